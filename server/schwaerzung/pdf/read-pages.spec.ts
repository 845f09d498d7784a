import { createCanvas } from '@napi-rs/canvas';
import {
  annotation,
  array,
  attached,
  checkered,
  dictionary,
  line,
  name,
  oddPdf,
  textString,
} from '../testing/odd-pdf.js';
import { endRedacting, readOf, redacted } from '../testing/redacting.js';

afterAll(endRedacting);

function picture(kind: 'png' | 'jpeg'): Promise<Buffer> {
  const canvas = createCanvas(400, 200);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 400, 200);
  context.fillStyle = '#08c';
  context.fillRect(100, 50, 80, 40);
  return kind === 'png' ? canvas.encode('png') : canvas.encode('jpeg', 90);
}

describe('reading the pages of a Dokument', () => {
  it('says of what has no pages why it is not read', async () => {
    expect(await readOf(Buffer.from('Guten Tag'), 'text/plain')).toBe('kind');
    expect(await readOf(Buffer.from('%PDF-1.7 nothing'))).toBe('damaged');
    expect(await readOf(Buffer.from('GIF89a'), 'image/png')).toBe('damaged');
    expect(await readOf((await picture('png')).subarray(0, 60), 'image/png')).toBe('damaged');
  });

  it('names what the new Dokument will not have', async () => {
    const pdf = oddPdf(
      [
        {
          content: line('Brief', 72, 700),
          entries: (file) => ({
            Annots: array([
              annotation(file, [10, 10, 30, 30], { Subtype: name('Text'), Contents: textString('Notiz') }),
            ]),
          }),
        },
        {
          content: 'q 200 0 0 200 72 400 cm /P Do Q',
          resources: (file) => ({ XObject: dictionary({ P: checkered(file) }) }),
        },
      ],
      (file, [page]) => {
        const field = (kind: string, label: string) =>
          annotation(file, [0, 0, 0, 0], { Subtype: name('Widget'), FT: name(kind), T: textString(label), P: page! });
        return {
          Names: attached(file, 'Anlage'),
          AcroForm: dictionary({ Fields: array([field('Sig', 'Unterschrift'), field('Tx', 'Name')]) }),
        };
      },
    );
    const read = await readOf(pdf);
    expect(typeof read === 'string' ? read : [...read.notes].sort()).toEqual([
      'attachments',
      'comments',
      'form',
      'pageWithoutText',
      'signed',
    ]);
  });

  it('has nothing to say about a plain letter', async () => {
    const read = await readOf(oddPdf([{ content: line('Guten Tag', 72, 700) }]));
    expect(read).toMatchObject({
      notes: [],
      pages: [
        {
          words: [
            { text: 'Guten', line: 0 },
            { text: 'Tag', line: 0 },
          ],
        },
      ],
    });
  });

  it.each(['png', 'jpeg'] as const)('blackens a picture as the page that it fills: %s', async (kind) => {
    const bytes = await picture(kind);
    // 400 by 200 pixels at 200 dpi are 144 by 72 points; the blue field lies 18 points from the top.
    const label = '§ 5 IFG';
    const area = { page: 1, box: [36, 39.6, 64.8, 54], label } as const;
    const { outcome, bytes: made } = await redacted(bytes, [area], `image/${kind}`);
    expect(outcome).toEqual({ kind: 'made', pages: 1, removedWords: [] });
    const again = await readOf(made);
    expect(typeof again === 'string' ? again : again.pages[0]?.words.map(({ text }) => text)).toEqual([
      '§',
      '5',
      'IFG',
    ]);
  });

  it('refuses a mark beside the page', async () => {
    const area = { page: 1, box: [900, 10, 950, 20], label: '§ 5 IFG' } as const;
    const { outcome } = await redacted(oddPdf([{ content: line('Brief', 72, 700) }]), [area]);
    expect(outcome).toEqual({ kind: 'refused', why: 'outside' });
  });
});
