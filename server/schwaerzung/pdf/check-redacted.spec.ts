import { attached, line, oddPdf, textString } from '../testing/odd-pdf.js';
import { endRedacting, placesOf } from '../testing/redacting.js';
import { bytesTell, checkRedacted } from './check-redacted.js';
import { drawPage } from './draw-page.js';
import { openForDrawing } from './library.js';
import { writePages, type NewPage } from './write-pages.js';

afterAll(endRedacting);

const WORD = 'Mustermann';

/** A new page as `redact` makes it, with the word where it was, and with or without its box. */
async function pageOf(painted: 'black' | 'plain'): Promise<NewPage> {
  const pdf = oddPdf([{ content: line(WORD, 72, 700) }]);
  const [place] = await placesOf(pdf, WORD);
  const opened = await openForDrawing(pdf);
  if (opened.kind !== 'open' || !place) throw new Error('the page does not open');
  try {
    const drawn = await drawPage(await opened.document.getPage(1), painted === 'black' ? [place.box] : []);
    return {
      width: 595,
      height: 842,
      picture: drawn.picture,
      lines: [],
      boxes: [{ box: place.box, label: '§ 5 IFG' }],
    };
  } finally {
    await opened.close();
  }
}

describe('the check of a new file', () => {
  it('refuses a page whose picture still shows what is below the box', async () => {
    const page = await pageOf('plain');
    expect(await checkRedacted(writePages([page]), [page], { kept: [], removed: [WORD] })).toBe(false);
  });

  it('refuses a page that still has the word as text in the box', async () => {
    const black = await pageOf('black');
    const [left, bottom, right] = black.boxes[0]!.box;
    const word = { text: WORD, from: [left, bottom + 3], to: [right, bottom + 3], size: 12 } as const;
    const page = { ...black, lines: [[word]] };
    expect(await checkRedacted(writePages([page]), [page], { kept: [], removed: [WORD] })).toBe(false);
  });

  it('refuses other pages than were written, and what is no PDF', async () => {
    const page = await pageOf('black');
    const words = { kept: [], removed: [WORD] };
    expect(await checkRedacted(writePages([page]), [page, page], words)).toBe(false);
    expect(await checkRedacted(Buffer.from('nothing'), [page], words)).toBe(false);
  });

  it('passes a page that is black where it has to be', async () => {
    const page = await pageOf('black');
    expect(await checkRedacted(writePages([page]), [page], { kept: [], removed: [WORD] })).toBe(true);
  });

  it.each([
    ['letters in the open', Buffer.from(`Titel ${WORD}`)],
    ['capital letters', Buffer.from(WORD.toUpperCase())],
    ['UTF-16', Buffer.from(WORD, 'utf16le')],
    ['UTF-16 in hex, as PDF strings are', Buffer.from(Buffer.from(WORD, 'utf16le').swap16().toString('hex'))],
    ['an umlaut in Latin 1', Buffer.from('Müllermeister', 'latin1'), 'Müllermeister'],
    ['a packed stream', oddPdf([{ content: line(WORD, 72, 700) }])],
    ['an attachment', oddPdf([{ content: '' }], (file) => ({ Names: attached(file, WORD) }))],
    ['a name in the catalog', oddPdf([{ content: '' }], () => ({ Lang: textString(WORD) }))],
  ])('finds a word as %s', (_where, bytes, word = WORD) => {
    expect(bytesTell(bytes, [word])).toBe(true);
  });

  it('does not take the words of the format for finds', () => {
    const pdf = oddPdf([{ content: '' }]);
    expect(bytesTell(pdf, ['Catalog', 'trailer', 'startxref', 'Contents'])).toBe(false);
    expect(bytesTell(pdf, [WORD])).toBe(false);
  });
});
