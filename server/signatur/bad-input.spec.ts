import { isRejection } from '../contract/rejections.js';
import { checkPdf } from './check-pdf.js';
import { octetString } from './der/write-der.js';
import type { Signer } from './ports.js';
import { signPdf } from './sign-pdf.js';
import { REQUEST, signedPdf, testPdf } from './testing/documents.js';
import { brokenStructures } from './testing/broken-structures.js';
import { testAuthority, testSigner } from './testing/keys.js';
import { oddCms } from './testing/odd-cms.js';
import { placeOfSignature, resignHonestly } from './testing/resign.js';

/** Design section 5: everything is answered in 5 s, as a value, by the checker and by the signer. */
const LIMIT = 5_000;

let signer: Signer;
let file: Uint8Array;

beforeAll(async () => {
  signer = await testSigner(await testAuthority());
  file = await signedPdf(await testPdf({ pages: 2 }), signer);
});

describe('bad PDFs', () => {
  it.each(brokenStructures())(
    'of kind "%s" are answered without a crash',
    async (_what, make) => {
      const bytes = make();
      const report = checkPdf(bytes);
      expect(report.signatures.filter(({ integrity }) => integrity === 'intact')).toEqual([]);
      const signed = await signPdf(bytes, signer, REQUEST);
      expect(isRejection(signed)).toBe(true);
    },
    LIMIT,
  );

  it(
    'cut at every 1/64 never read as unchanged, and lose no byte when signed',
    async () => {
      for (let part = 0; part < 64; part += 1) {
        const cut = file.subarray(0, Math.floor((file.length * part) / 64));
        const { signatures } = checkPdf(cut);
        expect(signatures.filter(({ coverage }) => coverage === 'wholeFile')).toEqual([]);
        // A cut behind the first revision leaves the unsigned file whole; it may be signed, as it is.
        const result = await signPdf(cut, signer, REQUEST);
        const isSafe = isRejection(result) || Buffer.compare(result.subarray(0, cut.length), cut) === 0;
        expect({ part, isSafe }).toEqual({ part, isSafe: true });
      }
    },
    LIMIT,
  );

  it(
    'with 1,000 random changes each are answered, and none reads as unchanged',
    () => {
      const { range } = placeOfSignature(file);
      const next = pseudoRandom(20_260_301);
      for (let round = 0; round < 1_000; round += 1) {
        const changed = Buffer.from(file);
        let touched = false;
        for (let count = 0; count < 1 + (round % 20); count += 1) {
          const place = next() % changed.length;
          if (place >= range[1] && place < range[2]) continue;
          const value = next() % 256;
          touched ||= changed[place] !== value;
          changed[place] = value;
        }
        const { signatures } = checkPdf(changed);
        const unchanged = signatures.some(
          ({ integrity, coverage }) => integrity === 'intact' && coverage === 'wholeFile',
        );
        expect({ round, unchanged: unchanged && touched && !changed.equals(file) }).toEqual({
          round,
          unchanged: false,
        });
      }
    },
    LIMIT,
  );

  it(
    'of random bytes behind a PDF header are answered',
    async () => {
      const next = pseudoRandom(4711);
      for (let round = 0; round < 200; round += 1) {
        const noise = Buffer.from(Array.from({ length: 2_000 }, () => next() % 256));
        const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), noise, Buffer.from('\nstartxref\n9\n%%EOF\n')]);
        expect(checkPdf(bytes).signatures).toEqual([]);
        expect(isRejection(await signPdf(bytes, signer, REQUEST))).toBe(true);
      }
    },
    LIMIT,
  );
});

describe('bad CMS in a signed PDF', () => {
  it(
    'with 1,000 random changes each is answered',
    () => {
      const { range } = placeOfSignature(file);
      const next = pseudoRandom(99);
      for (let round = 0; round < 1_000; round += 1) {
        const changed = Buffer.from(file);
        const place = range[1] + 1 + (next() % 1_500);
        changed.write('0123456789abcdef'.charAt(next() % 16), place, 'latin1');
        expect(checkPdf(changed).signatures).toHaveLength(1);
      }
    },
    LIMIT,
  );

  it.each([
    ['10,000 levels of nesting', () => Buffer.alloc(20_000, '3080', 'hex')],
    ['a length of 2 GB', () => Buffer.from('30847fffffff', 'hex')],
    ['5 MB of zeros', () => Buffer.alloc(5 * 1024 * 1024)],
  ])(
    'with %s is answered',
    async (_what, make) => {
      const bytes = await withContents(make());
      expect(checkPdf(bytes).signatures).toMatchObject([{ integrity: 'broken', fault: 'cms' }]);
    },
    LIMIT,
  );

  it(
    'with 5,000 certificates is answered',
    async () => {
      const roomy = await withRoomFor(4 * 1024 * 1024);
      const many = oddCms({ certificates: Array<Uint8Array>(5_000).fill(signer.certificate) });
      expect(checkPdf(await resignHonestly(roomy, signer, many)).signatures).toMatchObject([{ integrity: 'intact' }]);
    },
    LIMIT,
  );
});

/** A file with one signature field whose Contents are given bytes. */
async function withContents(contents: Uint8Array): Promise<Uint8Array> {
  const bytes = Buffer.from(await withRoomFor(contents.length));
  const { range } = placeOfSignature(bytes);
  bytes.fill('0', range[1] + 1, range[2] - 1);
  bytes.write(Buffer.from(contents).toString('hex'), range[1] + 1, 'latin1');
  return bytes;
}

/** A signed file with room for a signature value of a length: room is made by the certificates that go along. */
function withRoomFor(length: number): Promise<Uint8Array> {
  return testPdf().then((pdf) => signedPdf(pdf, { ...signer, chain: [octetString(Buffer.alloc(length))] }));
}

/** Numbers that look random and are the same in every run. */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}
