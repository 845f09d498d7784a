import type { Signer } from '../ports.js';
import { signedPdf, testPdf, type TestDocument } from '../testing/documents.js';
import { askJudge, describeWithJudges } from '../testing/judges.js';
import { testAuthority, testSigner } from '../testing/keys.js';

const BOX = { x: 120, y: 200, width: 180, height: 50 };

let signer: Signer;

beforeAll(async () => {
  signer = await testSigner(await testAuthority());
});

describeWithJudges('the visible signature in the rendering of poppler', ['pdftoppm', 'pdffonts', 'pdftotext'], () => {
  it.each<[string, TestDocument]>([
    ['upright', {}],
    ['turned by 90 degrees', { rotation: 90 }],
    ['turned by 180 degrees', { rotation: 180 }],
    ['turned by 270 degrees', { rotation: 270 }],
    ['cropped with an offset', { offset: 'cropped' }],
    ['cropped and turned', { offset: 'cropped', rotation: 90 }],
  ])('lies wholly inside the box on a page that is %s, and fills it (SIG-6)', async (_what, wishes) => {
    const plain = await testPdf(wishes);
    const signed = await signedPdf(plain, signer, { appearance: { page: 1, box: BOX } });
    const ink = differences(render(plain), render(signed));
    expect(ink.left).toBeGreaterThanOrEqual(BOX.x - 1);
    expect(ink.right).toBeLessThanOrEqual(BOX.x + BOX.width + 1);
    expect(ink.bottom).toBeGreaterThanOrEqual(BOX.y - 1);
    expect(ink.top).toBeLessThanOrEqual(BOX.y + BOX.height + 1);
    // The bar at the left is as high as the box; the text runs to the right of it.
    expect(ink.left).toBeLessThanOrEqual(BOX.x + 2);
    expect(ink.top - ink.bottom).toBeGreaterThanOrEqual(BOX.height - 2);
    expect(ink.right - ink.left).toBeGreaterThan(60);
  });

  it('appears on the chosen page only', async () => {
    const plain = await testPdf({ pages: 3 });
    const signed = await signedPdf(plain, signer, { appearance: { page: 2, box: BOX } });
    const changed = [1, 2, 3].map((page) => !render(plain, page).equals(render(signed, page)));
    expect(changed).toEqual([false, true, false]);
  });

  it('embeds its letters, and they can be read again, with those of DIN 91379', async () => {
    const lines = ['Şükrü Łukasz Ǆemal Ẁ Ế', 'Schlusszeichnung ß ẞ €', 'C̆ ist zusammengesetzt'];
    const signed = await signedPdf(await testPdf(), signer, { appearance: { page: 1, box: BOX, lines } });
    const text = askJudge('pdftotext', ['-raw', 'signed.pdf', '-'], { 'signed.pdf': signed }).stdout.toString();
    expect(text.normalize('NFC')).toContain(lines.map((line) => line.normalize('NFC')).join('\n'));
    const fonts = askJudge('pdffonts', ['signed.pdf'], { 'signed.pdf': signed }).stdout.toString();
    expect(fonts).toMatch(/[A-Z]{6}\+NotoSans-Regular +CID TrueType +Identity-H +yes yes yes/);
  });
});

/** A page in grey, one pixel per point, as portable grey map. */
function render(pdf: Uint8Array, page = 1): Buffer {
  const parameters = ['-r', '72', '-gray', '-cropbox', '-f', String(page), '-l', String(page), 'page.pdf'];
  return askJudge('pdftoppm', parameters, { 'page.pdf': pdf }).stdout;
}

/** The rectangle of all pixels that differ, in points from the lower left corner. */
function differences(plain: Buffer, signed: Buffer) {
  const [, width = 0, height = 0] = (/^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(signed.toString('latin1', 0, 40)) ?? []).map(
    Number,
  );
  const start = signed.length - width * height;
  const bounds = { left: width, right: 0, bottom: height, top: 0 };
  for (let place = start; place < signed.length; place += 1) {
    if (plain[place] === signed[place]) continue;
    const x = (place - start) % width;
    const y = height - 1 - Math.floor((place - start) / width);
    bounds.left = Math.min(bounds.left, x);
    bounds.right = Math.max(bounds.right, x + 1);
    bounds.bottom = Math.min(bounds.bottom, y);
    bounds.top = Math.max(bounds.top, y + 1);
  }
  return bounds;
}
