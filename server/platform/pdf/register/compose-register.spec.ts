import { degrees, PDFArray, PDFDict, PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { openPdf } from '../../../posteingang/examination/pdf/open-pdf.js';
import { linesOfPage } from '../../../posteingang/examination/pdf/page-lines.js';
import { composeRegister } from './compose-register.js';
import type { CoverSheet, PartContent, RegisterPart } from './register-parts.js';

const COVER: CoverSheet = {
  mandant: 'Musterkreis',
  title: '20.31.05-0018/2026 Heizung der Grundschule',
  kind: 'Akte mit Register',
  facts: [['Stand', '29.11.2026']],
  notes: ['Diese Zusammenstellung ist eine Kopie.'],
  createdAt: null,
};

const SHA256 = 'ab'.repeat(32);

function dokument(ordnungsnummer: string, betreff: string, content: PartContent): RegisterPart {
  return { kind: 'dokument', ordnungsnummer, date: '24.11.2026', betreff, content };
}

function bytesOf(bytes: Uint8Array, mime = 'application/pdf'): PartContent {
  return { kind: 'bytes', mime, name: 'datei', sha256: SHA256, read: () => Promise.resolve(bytes) };
}

async function pdfOf(words: readonly string[], change: (pdf: PDFDocument) => void = () => undefined) {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const word of words) pdf.addPage([595, 842]).drawText(word, { x: 72, y: 600, size: 14, font });
  change(pdf);
  return pdf.save();
}

/** The text of each page, as somebody reads it. */
async function textsOf(bytes: Uint8Array): Promise<string[]> {
  const opened = await openPdf(bytes);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  try {
    const texts: string[] = [];
    for (let number = 1; number <= opened.document.numPages; number += 1) {
      const lines = await linesOfPage(await opened.document.getPage(number), number);
      texts.push(lines.map((line) => line.text.replace(/ +/g, ' ')).join('\n'));
    }
    return texts;
  } finally {
    await opened.close();
  }
}

// One grey pixel.
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

describe('composeRegister', () => {
  it('replaces bytes that are no PDF by a page with name, hash and reason', async () => {
    const composed = await composeRegister(COVER, [dokument('1', 'Lüge', bytesOf(Buffer.from('MZ no pdf')))]);
    expect(composed.parts[0]).toMatchObject({ replaced: 'damaged', firstPage: 3, pages: 1 });
    const page = (await textsOf(composed.bytes))[2];
    expect(page).toContain(SHA256.slice(0, 20));
    expect(page).toContain('beschädigt');
  });

  it('replaces a picture that is damaged, and one whose head announces more pixels than fit', async () => {
    const huge = Buffer.from(PNG);
    huge.writeUInt32BE(60_000, 16);
    huge.writeUInt32BE(60_000, 20);
    const composed = await composeRegister(COVER, [
      dokument('1', 'Halbes Foto', bytesOf(Buffer.from([0xff, 0xd8, 0xff]), 'image/jpeg')),
      dokument('2', 'Riesenfoto', bytesOf(huge, 'image/png')),
    ]);
    expect(composed.parts.map(({ replaced }) => replaced)).toEqual(['damaged', 'tooLarge']);
  });

  it('does not make visible what lies in a layer that is switched off', async () => {
    const bytes = await pdfOf(['sichtbar'], (pdf) => {
      const layer = pdf.context.register(pdf.context.obj({ Type: 'OCG', Name: PDFString.of('intern') }));
      pdf.catalog.set(PDFName.of('OCProperties'), pdf.context.obj({ OCGs: [layer], D: { OFF: [layer] } }));
    });
    const composed = await composeRegister(COVER, [dokument('1', 'Plan', bytesOf(bytes))]);
    expect(composed.parts[0]?.replaced).toBe('layers');
  });

  it('takes along no script, no attached file and no link of a page', async () => {
    const bytes = await pdfOf(['Formular'], (pdf) => {
      const { context } = pdf;
      const script = { Type: 'Action', S: 'JavaScript', JS: PDFString.of('app.alert(1)') };
      const annotations = [
        { Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: script },
        { Type: 'Annot', Subtype: 'FileAttachment', Rect: [0, 0, 9, 9], Contents: PDFString.of('geheim.exe') },
        { Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 9, 9], Contents: PDFString.of('Notiz'), A: script },
        { Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 9, 9], Contents: PDFString.of('versteckt'), F: 2 },
      ];
      const { node } = pdf.getPage(0);
      node.set(PDFName.of('Annots'), context.obj(annotations));
      node.set(PDFName.of('AA'), context.obj({ O: script }));
    });
    const composed = await composeRegister(COVER, [dokument('1', 'Formular', bytesOf(bytes))]);
    const read = await PDFDocument.load(composed.bytes);
    const { node } = read.getPage(2);
    const annotations = node.lookup(PDFName.of('Annots'), PDFArray);
    expect(node.has(PDFName.of('AA'))).toBe(false);
    expect(annotations.size()).toBe(1);
    expect(annotations.lookup(0, PDFDict).keys().map(String).sort()).toEqual([
      '/Contents',
      '/Rect',
      '/Subtype',
      '/Type',
    ]);
    const everything = read.context
      .enumerateIndirectObjects()
      .map(([, object]) => object.toString())
      .join('\n');
    expect(everything).not.toMatch(/JavaScript|geheim|versteckt/);
  });

  it('stands with cover and empty register where there is nothing to show', async () => {
    const composed = await composeRegister(COVER, []);
    expect(composed).toMatchObject({ pages: 2, parts: [] });
  });

  it('names in the register the page on which each part begins, and stamps each page once', async () => {
    const composed = await composeRegister(COVER, [
      { kind: 'heading', title: 'Vorgang 20.31.05-0018/2026/01' },
      dokument('1', 'Antrag', bytesOf(await pdfOf(['Antrag, Seite 1', 'Antrag, Seite 2']))),
      dokument('2', 'Foto', bytesOf(PNG, 'image/png')),
      dokument('3', 'Kalkulation', { kind: 'placeholder', name: 'a.xlsx', sha256: SHA256, reason: 'Ohne Vorschau.' }),
    ]);
    expect(composed.parts.map(({ firstPage, pages }) => [firstPage, pages])).toEqual([
      [3, 0],
      [3, 2],
      [5, 1],
      [6, 1],
    ]);
    const texts = await textsOf(composed.bytes);
    expect(texts).toHaveLength(6);
    texts.forEach((text, index) => expect(text.match(/Blatt \d+ von \d+/g)).toEqual([`Blatt ${index + 1} von 6`]));
    expect(texts[1]).toMatch(/1 24\.11\.2026 Antrag 3–4/);
    expect(texts[1]).toMatch(/2 24\.11\.2026 Foto 5/);
    expect(texts[3]).toContain('Antrag, Seite 2');
    expect(texts[5]).toContain('Ohne Vorschau.');
  });

  it('keeps a register of many pages right, for its length is known before its numbers', async () => {
    const one = await pdfOf(['Seite']);
    const parts = Array.from({ length: 120 }, (_, index) =>
      dokument(String(index + 1), `Schreiben ${index + 1}`, bytesOf(one)),
    );
    const composed = await composeRegister(COVER, parts);
    const texts = await textsOf(composed.bytes);
    const front = composed.pages - 120;
    expect(front).toBeGreaterThan(3);
    expect(texts[front]).toContain('Seite');
    expect(texts.slice(1, front).join('\n')).toContain(`Schreiben 120 ${composed.pages}`);
  });

  it('stamps a page that is shown turned upright, inside of what is shown of it', async () => {
    const places: Record<number, [number, number]> = {};
    for (const angle of [0, 90, 180, 270]) {
      const bytes = await pdfOf(['gedreht'], (pdf) => {
        pdf.getPage(0).setRotation(degrees(angle));
        pdf.getPage(0).setCropBox(100, 100, 400, 600);
      });
      const composed = await composeRegister(COVER, [dokument('1', 'Plan', bytesOf(bytes))]);
      const opened = await openPdf(composed.bytes);
      if (opened.kind !== 'open') throw new Error(opened.kind);
      const page = await opened.document.getPage(3);
      const { items } = await page.getTextContent();
      const stamp = items.find((item) => 'str' in item && item.str.startsWith('Blatt'));
      if (!stamp || !('transform' in stamp)) throw new Error('no stamp');
      const viewport = page.getViewport({ scale: 1 });
      const [x, y] = viewport.convertToViewportPoint(Number(stamp.transform[4]), Number(stamp.transform[5])) as [
        number,
        number,
      ];
      places[angle] = [Math.round(viewport.width - x), Math.round(viewport.height - y)];
      await opened.close();
    }
    const upright = places[0] as [number, number];
    expect(upright[0]).toBeLessThan(100);
    expect(upright[1]).toBe(14);
    expect(Object.values(places)).toEqual([upright, upright, upright, upright]);
  });

  it('writes bookmarks, title and language', async () => {
    const composed = await composeRegister(COVER, [
      { kind: 'heading', title: 'Vorgang 01' },
      dokument('1', 'Antrag', bytesOf(await pdfOf(['eins']))),
      { kind: 'heading', title: 'Vorgang 02, leer' },
    ]);
    const opened = await openPdf(composed.bytes);
    if (opened.kind !== 'open') throw new Error(opened.kind);
    const outline = (await opened.document.getOutline()) as { title: string; items: { title: string }[] }[];
    expect(outline.map(({ title, items }) => [title, ...items.map((item) => item.title)])).toEqual([
      ['Deckblatt'],
      ['Register'],
      ['Vorgang 01', '1 Antrag'],
      ['Vorgang 02, leer'],
    ]);
    expect((await opened.document.getMetadata()).info).toMatchObject({ Title: COVER.title, Author: 'Musterkreis' });
    await opened.close();
  });

  it('gives equal bytes for equal input, and says after each part how far it is', async () => {
    const parts = [
      dokument('1', 'Antrag', bytesOf(await pdfOf(['eins']))),
      dokument('2', 'Foto', bytesOf(PNG, 'image/png')),
    ];
    const done: number[] = [];
    const first = await composeRegister(COVER, parts, (count) => void done.push(count));
    const second = await composeRegister(COVER, parts);
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
    expect(done).toEqual([1, 2]);
  });
});
