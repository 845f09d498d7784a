import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithShared } from '../../test/support/shared.js';
import { isRejection } from '../contract/rejections.js';
import { checkPdf } from './check-pdf.js';
import { bmpString, sequence } from './der/write-der.js';
import { relativeName } from './keys/build-certificate.js';
import { keySigner } from './keys/key-signer.js';
import { dictionary, name, reference, withEntries } from '../platform/pdf/objects.js';
import type { Signer } from './ports.js';
import { signPdf, type SignatureRequest } from './sign-pdf.js';
import { lastSignature, REQUEST, signedPdf, testPdf } from './testing/documents.js';
import { askJudge, describeWithJudges, opensslVerifies } from './testing/judges.js';
import { newKeyPair, testAuthority, testSigner, type TestAuthority } from './testing/keys.js';
import { appendRevision } from './testing/later-revision.js';

const BOX = { x: 300, y: 100, width: 200, height: 60 };

let authority: TestAuthority;
let signer: Signer;

beforeAll(async () => {
  authority = await testAuthority();
  signer = await testSigner(authority);
});

describe('signPdf', () => {
  it('refuses what is no PDF', async () => {
    expect(await codeOf(Buffer.alloc(0))).toBe('signatur.notPdf');
    expect(await codeOf(Buffer.from('<html>Bescheid</html>'))).toBe('signatur.notPdf');
  });

  it('refuses a PDF without its end', async () => {
    const whole = await testPdf();
    expect(await codeOf(whole.subarray(0, whole.length - 30))).toBe('signatur.damaged');
  });

  it('refuses an encrypted PDF', async () => {
    const text = Buffer.from(await testPdf()).toString('latin1');
    const encrypted = text.replace(/trailer\s*<</, '$& /Encrypt << /Filter /Standard >>');
    expect(await codeOf(Buffer.from(encrypted, 'latin1'))).toBe('signatur.encrypted');
  });

  it('refuses a certified PDF', async () => {
    const certified = appendRevision(await testPdf(), (revision, pdf) => {
      const permissions = dictionary({ DocMDP: revision.add(dictionary({ Type: name('Sig') })) });
      revision.replace(rootOf(pdf.trailer), withEntries(pdf.catalog, { Perms: permissions }));
    });
    expect(await codeOf(certified)).toBe('signatur.certified');
  });

  it('refuses an XFA form', async () => {
    const form = appendRevision(await testPdf(), (revision, pdf) => {
      const xfa = dictionary({ XFA: revision.add(null) });
      revision.replace(rootOf(pdf.trailer), withEntries(pdf.catalog, { AcroForm: xfa }));
    });
    expect(await codeOf(form)).toBe('signatur.dynamicForm');
  });

  it('refuses a page that is not there, a box beside the page, and a text that does not fit', async () => {
    const pdf = await testPdf();
    expect(await codeOf(pdf, { appearance: { page: 2, box: BOX } })).toBe('signatur.noSuchPage');
    expect(await codeOf(pdf, { appearance: { page: 0, box: BOX } })).toBe('signatur.noSuchPage');
    const beside = [
      { ...BOX, x: 400 },
      { ...BOX, y: -1 },
      { ...BOX, width: 0 },
      { ...BOX, height: Number.NaN },
    ];
    for (const box of beside)
      expect(await codeOf(pdf, { appearance: { page: 1, box } })).toBe('signatur.boxOutsidePage');
    const long = { page: 1, box: BOX, lines: ['Donaudampfschifffahrtsgesellschaft'.repeat(4)] };
    expect(await codeOf(pdf, { appearance: long })).toBe('signatur.textDoesNotFit');
    expect(await codeOf(pdf, { appearance: { page: 1, box: { ...BOX, height: 8 } } })).toBe('signatur.textDoesNotFit');
  });

  it('refuses a certificate outside of its validity, and a key that is not the one of its certificate', async () => {
    const pdf = await testPdf();
    const late = await signPdf(pdf, signer, { ...REQUEST, at: new Date('2050-01-01T00:00:00Z') });
    expect(isRejection(late) && late.code).toBe('signatur.certificateNotValid');
    const stranger = keySigner(newKeyPair('P-256').privateKey, signer.certificate, []);
    const mixed = await signPdf(pdf, stranger, REQUEST);
    expect(isRejection(mixed) && mixed.code).toBe('signatur.keyMismatch');
  });

  it.each(['table', 'objectStreams'] as const)(
    'appends to a file with %s and leaves its bytes alone',
    async (structure) => {
      const pdf = await testPdf({ structure });
      const signed = await signedPdf(pdf, signer, { appearance: { page: 1, box: BOX } });
      expect(Buffer.compare(signed.subarray(0, pdf.length), pdf)).toBe(0);
      expect(checkPdf(signed)).toMatchObject({
        signatures: [{ integrity: 'intact', coverage: 'wholeFile' }],
        problems: [],
      });
    },
  );

  it('writes the entries of PAdES B-B', async () => {
    const signed = await signedPdf(await testPdf(), signer, { location: 'Musterstadt' });
    const text = Buffer.from(signed).toString('latin1');
    const utf16 = (value: string) => Buffer.from(value, 'utf16le').swap16().toString('hex');
    expect(text).toContain('/SubFilter /ETSI.CAdES.detached');
    expect(text).toContain(`/M <${Buffer.from("D:20260301100000+00'00'").toString('hex')}>`);
    expect(text).toContain(`/Name <feff${utf16('Jürgen Groß')}>`);
    expect(text).toContain(`/Location <${Buffer.from('Musterstadt').toString('hex')}>`);
  });

  it('signs again with more room when the first guess was too small, and cuts nothing off', async () => {
    // The issuer stands in the CMS four times and in the guess once.
    const bigName = sequence(relativeName('2.5.4.3', bmpString('Ü'.repeat(2000))));
    let signings = 0;
    const bigSigner = await testSigner(await testAuthority(bigName));
    const counting: Signer = {
      ...bigSigner,
      sign: (data) => {
        signings += 1;
        return bigSigner.sign(data);
      },
    };
    const signed = await signedPdf(await testPdf(), counting);
    expect(signings).toBe(2);
    expect(checkPdf(signed).signatures).toMatchObject([{ integrity: 'intact', coverage: 'wholeFile' }]);
  });

  it('keeps up to ten earlier signatures of different keys valid (SIG-5)', async () => {
    const kinds = ['P-256', 'brainpoolP256r1', 'RSA-3072', 'P-384', 'brainpoolP384r1'] as const;
    let file = await testPdf({ structure: 'objectStreams' });
    for (let count = 1; count <= 10; count += 1) {
      const kind = kinds[count % kinds.length] ?? 'P-256';
      const next = await testSigner(authority, { kind, name: `Person ${count}` });
      file = await signedPdf(file, next, {
        name: `Person ${count}`,
        appearance: { page: 1, box: { ...BOX, y: count * 70 } },
      });
      const { signatures } = checkPdf(file);
      expect(signatures.map(({ signerName }) => signerName)).toEqual(
        Array.from({ length: count }, (_, index) => `Person ${index + 1}`),
      );
      expect(new Set(signatures.map(({ integrity }) => integrity))).toEqual(new Set(['intact']));
    }
  });

  it('gives the same file for the same input, apart from the signature value', async () => {
    const rsa = await testSigner(authority, { kind: 'RSA-3072' });
    const [one, other] = [await signedPdf(await testPdf(), rsa), await signedPdf(await testPdf(), rsa)];
    expect(Buffer.compare(one, other)).toBe(0);
  });
});

describeWithJudges('signPdf before openssl, pdfsig and qpdf', ['openssl', 'pdfsig', 'qpdf'], () => {
  it.each([1, 2, 3])('has %i signatures in sequence verified by all of them', async (count) => {
    let file = await testPdf();
    for (let number = 1; number <= count; number += 1) {
      const person = await testSigner(authority, { kind: 'RSA-3072', name: `Änne Groß ${number}` });
      file = await signedPdf(file, person, { appearance: { page: 1, box: { ...BOX, y: number * 80 } } });
      const { covered, cms } = lastSignature(file);
      expect(opensslVerifies(covered, cms, authority.certificate)).toMatchObject({ ok: true });
    }
    const said = askJudge('pdfsig', ['signed.pdf'], { 'signed.pdf': file }).stdout.toString();
    expect(said.match(/Signature is Valid\./g)).toHaveLength(count);
    expect(said).toContain(`Common Name: Änne Groß ${count}`);
    expect(said.match(/- Total document signed/g)).toHaveLength(1);
    const structure = askJudge('qpdf', ['--check', 'signed.pdf'], { 'signed.pdf': file });
    expect({ status: structure.status, said: structure.stderr.toString() }).toEqual({ status: 0, said: '' });
  });

  it('signs a linearized file', async () => {
    const plain = await testPdf({ pages: 3 });
    const linearized = askJudge('qpdf', ['--linearize', 'in.pdf', '-'], { 'in.pdf': plain }).stdout;
    const signed = await signedPdf(linearized, signer, { appearance: { page: 3, box: BOX } });
    expect(Buffer.compare(signed.subarray(0, linearized.length), linearized)).toBe(0);
    const said = askJudge('pdfsig', ['signed.pdf'], { 'signed.pdf': signed }).stdout.toString();
    expect(said).toContain('Signature is Valid.');
    expect(checkPdf(signed).signatures).toMatchObject([{ integrity: 'intact', coverage: 'wholeFile' }]);
  });
});

describeWithShared('signPdf on the files of pyHanko', 'corpora/signatures/pyhanko/pdf', (folder) => {
  // Hybrid, form fields, indirect Annots, tagged, xref stream, PDF/UA, signed twice.
  it.each([
    'minimal.pdf',
    'minimal-xref.pdf',
    'minimal-hybrid-xref.pdf',
    'minimal-one-field-indir-annots.pdf',
    'minimal-with-field-tagged.pdf',
    'minimal-pdf-ua-and-a.pdf',
    'minimal-with-simple-form.pdf',
    'minimal-two-fields-signed-twice.pdf',
  ])('appends a signature to %s and keeps the earlier ones', async (file) => {
    const bytes = readFileSync(join(folder, file));
    const before = checkPdf(bytes).signatures.length;
    const signed = await signedPdf(bytes, signer);
    expect(Buffer.compare(signed.subarray(0, bytes.length), bytes)).toBe(0);
    const { signatures } = checkPdf(signed);
    expect(signatures.map(({ integrity }) => integrity)).toEqual(Array(before + 1).fill('intact'));
    expect(signatures.filter(({ coverage }) => coverage === 'wholeFile')).toHaveLength(1);
  });

  it.each([
    ['minimal-startxref-obo2.pdf', 'signatur.damaged'],
    ['minimal-startxref-hopeless.pdf', 'signatur.damaged'],
    ['minimal-illegal-header.pdf', 'signatur.notPdf'],
    ['minimal-aes256.pdf', 'signatur.encrypted'],
    ['minimal-pubkey-rc4.pdf', 'signatur.encrypted'],
  ])('refuses %s', async (file, code) => {
    expect(await codeOf(readFileSync(join(folder, file)))).toBe(code);
  });
});

describeWithShared('signPdf on a file that DSS certified', 'corpora/signatures/dss-reference', (folder) => {
  it('refuses it', async () => {
    expect(await codeOf(readFileSync(join(folder, 'pades-certified-p1.pdf')))).toBe('signatur.certified');
  });
});

async function codeOf(bytes: Uint8Array, request: Partial<SignatureRequest> = {}): Promise<string> {
  const result = await signPdf(bytes, signer, { ...REQUEST, ...request });
  return isRejection(result) ? result.code : 'signed';
}

function rootOf(trailer: { entries: ReadonlyMap<string, unknown> }) {
  const root = trailer.entries.get('Root') as { number: number };
  return reference(root.number);
}
