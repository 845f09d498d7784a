import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFStream } from '@cantoo/pdf-lib';
import { scanOf, wordsOf } from '../../../test/support/scans.js';
import { checkered, form, line, oddPdf } from '../../schwaerzung/testing/odd-pdf.js';
import { flateStream } from '../../platform/pdf/embed-font.js';
import { dictionary, name } from '../../platform/pdf/objects.js';
import type { ScanPage } from '../../contract/acts/posteingang.js';
import { composeLetters, type RefusedScan } from './compose-letters.js';

const as = (source: number, page: number, turn: ScanPage['turn'] = 0): ScanPage => ({ source, page, turn });

async function lettersOf(
  scans: readonly { readonly bytes: Uint8Array; readonly pages: number }[],
  ...letters: ScanPage[][]
): Promise<Buffer[] | RefusedScan> {
  const made: Buffer[] = [];
  const refused = await composeLetters(
    scans,
    letters.map((pages) => ({ pages })),
    (bytes) => Promise.resolve(void made.push(Buffer.from(bytes))),
  );
  return refused ?? made;
}

async function madeOf(...input: Parameters<typeof lettersOf>): Promise<Buffer[]> {
  const made = await lettersOf(...input);
  if (!Array.isArray(made)) throw new Error(`refused: ${made.why}`);
  return made;
}

describe('composeLetters', () => {
  it('refuses what does not open, and what has another number of pages than was counted, and says which scan it is', async () => {
    const good = { bytes: await scanOf(['eins']), pages: 1 };
    for (const bytes of [Buffer.alloc(0), Buffer.from('%PDF-1.7 and nothing'), good.bytes.subarray(0, 300)]) {
      expect(await lettersOf([good, { bytes, pages: 1 }], [as(0, 1), as(1, 1)])).toEqual({ scan: 1, why: 'damaged' });
    }
    expect(await lettersOf([{ ...good, pages: 2 }], [as(0, 1)])).toEqual({ scan: 0, why: 'damaged' });
  });

  it('refuses a page whose drawing nobody can read', async () => {
    const document = await PDFDocument.load(await scanOf(['eins']));
    const contents = document.getPage(0).node.lookup(PDFName.of('Contents'), PDFArray).lookup(0, PDFRawStream);
    contents.dict.set(PDFName.of('Filter'), PDFName.of('DCTDecode'));
    const bytes = await document.save();
    expect(await lettersOf([{ bytes, pages: 1 }], [as(0, 1)])).toEqual({ scan: 0, why: 'damaged' });
  });

  it('puts the pages of several scans into the letters in the order asked for', async () => {
    const [one, two] = [await scanOf(['A eins', 'A zwei', 'A drei']), await scanOf(['B eins', 'B zwei'])];
    const scans = [
      { bytes: one, pages: 3 },
      { bytes: two, pages: 2 },
    ];
    const made = await madeOf(scans, [as(0, 3), as(1, 2), as(0, 1)], [as(1, 1)]);
    expect(await Promise.all(made.map(wordsOf))).toEqual([['A drei', 'B zwei', 'A eins'], ['B eins']]);
  });

  it('adds the turn to how a page lies', async () => {
    const bytes = await scanOf(['gerade', 'quer', 'links'], [0, 270, -90]);
    const [letter] = await madeOf([{ bytes, pages: 3 }], [as(0, 1, 90), as(0, 2, 180), as(0, 3)]);
    const pages = (await PDFDocument.load(letter ?? Buffer.alloc(0))).getPages();
    expect(pages.map((page) => page.getRotation().angle)).toEqual([90, 90, 270]);
  });

  it('makes equal bytes of equal input', async () => {
    const input = [[{ bytes: await scanOf(['eins', 'zwei']), pages: 2 }], [as(0, 2), as(0, 1)]] as const;
    expect(await madeOf([...input[0]], [...input[1]])).toEqual(await madeOf([...input[0]], [...input[1]]));
  });

  it('takes no picture of another page along, where a scanner has given all pages one list of pictures', async () => {
    let pictures = {};
    const bytes = oddPdf(
      ['Eins', 'Zwei'].map((own) => ({
        content: `${line(own, 72, 700)} /${own} Do`,
        resources: (file) => {
          if (!('Eins' in pictures)) pictures = { Eins: checkered(file), Zwei: checkered(file) };
          return { XObject: dictionary(pictures) };
        },
      })),
    );
    const [letter] = await madeOf([{ bytes, pages: 2 }], [as(0, 2)]);
    const read = await PDFDocument.load(letter ?? Buffer.alloc(0));
    const kept = read.getPage(0).node.Resources()?.lookup(PDFName.of('XObject'), PDFDict);
    expect(namesOf(kept)).toEqual(['Zwei']);
    const images = read.context
      .enumerateIndirectObjects()
      .filter(
        ([, each]) => each instanceof PDFRawStream && each.dict.get(PDFName.of('Subtype')) === PDFName.of('Image'),
      );
    expect(images).toHaveLength(1);
    expect(await wordsOf(letter ?? Buffer.alloc(0))).toEqual(['Zwei']);
  });

  it('keeps what a form draws with the resources of its page, and takes from a form what it does not draw', async () => {
    const bytes = oddPdf([
      {
        content: '/Bare Do /Own Do',
        resources: (file) => {
          const pictures = { A: checkered(file), B: checkered(file), C: checkered(file) };
          const bare = flateStream(Buffer.from('/A Do'), { Type: name('XObject'), Subtype: name('Form') });
          const own = form(file, '/B Do', { Resources: dictionary({ XObject: dictionary(pictures) }) });
          return { XObject: dictionary({ ...pictures, Bare: file.add(bare), Own: own }) };
        },
      },
    ]);
    const [letter] = await madeOf([{ bytes, pages: 1 }], [as(0, 1, 90)]);
    const read = await PDFDocument.load(letter ?? Buffer.alloc(0));
    const drawn = read.getPage(0).node.Resources()?.lookup(PDFName.of('XObject'), PDFDict);
    expect(namesOf(drawn)).toEqual(['A', 'Bare', 'Own']);
    const inner = drawn?.lookup(PDFName.of('Own'), PDFStream).dict.lookup(PDFName.of('Resources'), PDFDict);
    expect(namesOf(inner?.lookup(PDFName.of('XObject'), PDFDict))).toEqual(['B']);
  });
});

function namesOf(resources: PDFDict | undefined): string[] {
  return (resources?.keys() ?? []).map((key) => key.decodeText()).sort();
}
