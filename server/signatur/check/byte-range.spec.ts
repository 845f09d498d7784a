import { checkPdf } from '../check-pdf.js';
import type { Signer } from '../ports.js';
import { signedPdf, testPdf } from '../testing/documents.js';
import { testAuthority, testSigner } from '../testing/keys.js';
import { placeOfSignature, resign } from '../testing/resign.js';

let signer: Signer;
let file: Uint8Array;

beforeAll(async () => {
  signer = await testSigner(await testAuthority());
  file = await signedPdf(await testPdf(), signer);
});

describe('checkPdf on a ByteRange that a malicious signer chose, with right mathematics', () => {
  it('refuses a gap that holds more than Contents (signature wrapping)', async () => {
    const { contentsAt, range } = placeOfSignature(file);
    const [before, behind] = [contentsAt - 1, range[2] + 1];
    for (const [gapStart, gapEnd] of [
      [before, range[2]],
      [contentsAt, behind],
      [contentsAt + 1, range[2] - 1],
    ] as const) {
      const rest = file.length - gapEnd;
      const attacked = await resign(file, signer, `[0 ${gapStart} ${gapEnd} ${rest}]`, [
        [0, gapStart],
        [gapEnd, rest],
      ]);
      expect(checkPdf(attacked).signatures).toMatchObject([{ integrity: 'broken', fault: 'byteRange' }]);
    }
  });

  it.each([
    ['three numbers', (a: number, b: number) => `[0 ${a} ${b}]`],
    ['two numbers', (a: number) => `[0 ${a}]`],
    ['six numbers', (a: number, b: number) => `[0 ${a} ${b} 9 9 9]`],
    ['a negative number', (a: number, b: number) => `[0 ${a} ${b} -1]`],
    ['reals', (a: number, b: number) => `[0 ${a}.0 ${b} 99]`],
    ['a start that is not 0', (a: number, b: number) => `[1 ${a} ${b} 99]`],
    ['an end outside of the file', (a: number, b: number) => `[0 ${a} ${b} 999999]`],
    ['an overlap', (a: number) => `[0 ${a} 5 99]`],
    ['a number beyond 2^53', (a: number) => `[0 ${a} 99999999999999999 1]`],
    ['null', () => 'null'],
    ['a reference', () => '1 0 R'],
  ])('refuses %s', async (_what, statement) => {
    const { range } = placeOfSignature(file);
    const [start, length, next, rest] = range;
    const attacked = await resign(file, signer, statement(length, next), [
      [start, length],
      [next, rest],
    ]);
    expect(checkPdf(attacked).signatures).toMatchObject([
      { integrity: 'broken', fault: 'byteRange', coverage: 'notCheckable', signedLength: null },
    ]);
  });

  it('refuses a range that ends in the middle of its revision', async () => {
    const { range } = placeOfSignature(file);
    const [start, length, next, rest] = range;
    const attacked = await resign(file, signer, `[0 ${length} ${next} ${rest - 20}]`, [
      [start, length],
      [next, rest - 20],
    ]);
    expect(checkPdf(attacked).signatures).toMatchObject([{ integrity: 'broken', fault: 'revision' }]);
  });

  it('refuses a second ByteRange in the same dictionary', async () => {
    const { contentsAt, range } = placeOfSignature(file);
    const doubled = Buffer.from(file);
    doubled.write(`<> /ByteRange [0 ${contentsAt} ${range[2]} 5]`, contentsAt, 'latin1');
    expect(checkPdf(doubled)).toMatchObject({ signatures: [], problems: [{ code: 'unreadable' }] });
  });

  it.each([
    ['an empty string', '<>'],
    ['a literal string', '(30820001)'],
    ['null', 'null'],
    ['a string with white space', '<30 82 >'],
    ['an odd number of digits', '<308>'],
  ])('refuses Contents that are %s', (_what, contents) => {
    const { range } = placeOfSignature(file);
    const attacked = Buffer.from(file);
    attacked.write(contents.padEnd(range[2] - range[1]), range[1], 'latin1');
    const report = checkPdf(attacked);
    expect(report.signatures).toMatchObject([{ integrity: 'broken' }]);
  });
});
