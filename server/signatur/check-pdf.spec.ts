import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithShared } from '../../test/support/shared.js';
import { checkPdf, type CheckedSignature, type SignaturReport } from './check-pdf.js';
import { integer, octetString, sequence } from './der/write-der.js';
import { array, textString, withEntries } from './pdf/objects.js';
import type { Signer } from './ports.js';
import { signedPdf, testPdf } from './testing/documents.js';
import { distinguishedName } from './keys/build-certificate.js';
import { testAuthority, testSigner, type TestAuthority } from './testing/keys.js';
import { addPage, appendRevision, dictionaryAt, formOf, replacePageContent } from './testing/later-revision.js';
import { attribute, oddCms, signingCertificate, type CmsWishes } from './testing/odd-cms.js';
import { placeOfSignature, resign, resignHonestly } from './testing/resign.js';

let authority: TestAuthority;
let signer: Signer;
let file: Uint8Array;

beforeAll(async () => {
  authority = await testAuthority();
  signer = await testSigner(authority);
  file = await signedPdf(await testPdf(), signer);
});

describe('checkPdf on attacks that a stranger can make from a signed file', () => {
  it('sees every changed byte outside of the signature value', () => {
    const { range } = placeOfSignature(file);
    for (let place = 9; place < file.length; place += 97) {
      if (place >= range[1] && place < range[2]) continue;
      const changed = Buffer.from(file);
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
      expect({ place, unchanged: claimsUnchanged(checkPdf(changed)) }).toEqual({ place, unchanged: false });
    }
  });

  it.each([
    ['one byte behind the end', (bytes: Uint8Array) => Buffer.concat([bytes, Buffer.from('\n')])],
    ['a page with another text', replacePageContent],
    ['an added page', addPage],
  ])('reports %s as later changes, and still vouches for the signed version', (_what, attack) => {
    const [found] = checkPdf(attack(file)).signatures;
    expect(found).toMatchObject({ integrity: 'intact', coverage: 'laterChanges', signedLength: file.length });
    expect(found?.sentence.de).toContain('das ist nicht mitsigniert');
  });

  it.each([
    ['without cross-reference', '\n900 0 obj\n<< >>\nendobj\n'],
    ['with a trailer that leads nowhere', '\nxref\n0 0\ntrailer\n<< /Size 1 >>\nstartxref\n99999999\n%%EOF\n'],
    [
      'with a trailer that forgets the old revisions',
      '\nxref\n0 0\ntrailer\n<< /Root 900 0 R >>\nstartxref\n{end}\n%%EOF\n',
    ],
  ])('never calls a file unchanged to which something was appended %s', (_what, tail) => {
    const appended = Buffer.concat([file, Buffer.from(tail.replace('{end}', String(file.length + 1)))]);
    const report = checkPdf(appended);
    expect(claimsUnchanged(report)).toBe(false);
    expect(report.signatures.length + report.problems.length).toBeGreaterThan(0);
  });

  it('refuses a signature dictionary that was written anew with another reason', () => {
    const attacked = appendRevision(file, (revision, pdf) => {
      const { signature } = formOf(pdf);
      revision.replace(signature, withEntries(dictionaryAt(pdf, signature), { Reason: textString('Freigabe') }));
    });
    expect(checkPdf(attacked)).toMatchObject({
      signatures: [{ integrity: 'broken', fault: 'byteRange' }],
      problems: [{ code: 'strayTraces' }],
    });
  });

  it('reports a signature that a later revision removed from the form', () => {
    const attacked = appendRevision(file, (revision, pdf) => {
      const { form, formReference } = formOf(pdf);
      revision.replace(formReference, withEntries(form, { Fields: array([]) }));
    });
    expect(checkPdf(attacked)).toMatchObject({ signatures: [], problems: [{ code: 'strayTraces' }] });
  });

  it('reports one signature in two fields once, as a problem', () => {
    const attacked = appendRevision(file, (revision, pdf) => {
      const { form, formReference, field, fieldDictionary } = formOf(pdf);
      const second = revision.add(withEntries(fieldDictionary, { T: textString('Zweite') }));
      revision.replace(formReference, withEntries(form, { Fields: array([field, second]) }));
    });
    const report = checkPdf(attacked);
    expect(report.problems).toMatchObject([{ code: 'sharedSignature' }]);
    expect(report.signatures).toMatchObject([{ coverage: 'laterChanges' }]);
  });

  it('refuses a signature that was carried over into another document', async () => {
    const other = await signedPdf(await testPdf({ pages: 2 }), signer);
    const { range } = placeOfSignature(file);
    const target = placeOfSignature(other);
    const attacked = Buffer.from(other);
    Buffer.from(file).copy(attacked, target.range[1], range[1], range[2]);
    expect(checkPdf(attacked).signatures).toMatchObject([{ integrity: 'broken', fault: 'digest' }]);
  });
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

describe('checkPdf on a CMS that a malicious signer built, with right mathematics', () => {
  const contentType = '1.2.840.113549.1.9.3';
  const other = () => signingCertificate(authority.certificate);

  it.each<[string, string, string, CmsWishes]>([
    ['no signer', 'broken', 'cms', { signers: 0 }],
    ['two signers', 'broken', 'cms', { signers: 2 }],
    ['the content inside', 'broken', 'cms', { content: Buffer.from('Bescheid') }],
    ['bytes behind it', 'broken', 'cms', { behind: Buffer.from([1]) }],
    ['no message digest', 'broken', 'attributes', { attributes: (_d, a) => [a.contentType, a.signingCertificate] }],
    ['no content type', 'broken', 'attributes', { attributes: (_d, a) => [a.messageDigest, a.signingCertificate] }],
    [
      'an attribute twice',
      'broken',
      'cms',
      { attributes: (_d, a) => [...Object.values(a), a.messageDigest] as Uint8Array[] },
    ],
    [
      'two values for the digest',
      'broken',
      'attributes',
      {
        attributes: (digest, a) => [
          a.contentType,
          a.signingCertificate,
          attribute('1.2.840.113549.1.9.4', octetString(digest), octetString(Buffer.alloc(32))),
        ],
      },
    ],
    [
      'another content type',
      'broken',
      'attributes',
      { attributes: (_d, a) => [attribute(contentType, integer(1)), a.messageDigest, a.signingCertificate] },
    ],
    [
      'a reference to another certificate',
      'broken',
      'certificateBinding',
      { attributes: (_d, a) => [a.contentType, a.messageDigest, other()] },
    ],
    [
      'an empty reference to its certificate',
      'broken',
      'certificateBinding',
      {
        attributes: (_d, a) => [
          a.contentType,
          a.messageDigest,
          attribute('1.2.840.113549.1.9.16.2.47', sequence(sequence())),
        ],
      },
    ],
    ['no certificate', 'notCheckable', 'certificateMissing', { certificates: [] }],
    ['no attributes', 'notCheckable', 'noAttributes', { attributes: () => [] }],
    ['a label of another digest', 'broken', 'digest', { label: { kind: 'ecdsa', digest: 'sha512', encoding: 'der' } }],
    ['a label of another key', 'notCheckable', 'key', { label: { kind: 'rsa-pkcs1', digest: 'sha256' } }],
    [
      'a label of another encoding',
      'broken',
      'signatureValue',
      { label: { kind: 'ecdsa', digest: 'sha256', encoding: 'plain' } },
    ],
  ])('does not confirm one with %s', async (_what, integrity, fault, wishes) => {
    const attacked = await resignHonestly(file, signer, oddCms(wishes));
    expect(checkPdf(attacked).signatures).toMatchObject([{ integrity, fault }]);
  });

  it('does not take the certificate of someone else with the same name and serial number', async () => {
    const serial = Buffer.from('4711', 'hex');
    const [real, twin] = [
      await testSigner(authority, { serial }),
      await testSigner(authority, { serial, name: 'Fremd' }),
    ];
    const wishes = { certificates: [twin.certificate, real.certificate] };
    const attacked = await resignHonestly(file, real, oddCms(wishes));
    expect(checkPdf(attacked).signatures).toMatchObject([{ signerName: 'Jürgen Groß', integrity: 'intact' }]);
  });

  it('shows tricks in a name instead of performing them', async () => {
    const subject = distinguishedName('DE', 'Musterkreis', 'Landrat\u202Elierua\u0000<img src=x>');
    const attacked = await signedPdf(await testPdf(), await testSigner(authority, { subject }));
    const [found] = checkPdf(attacked).signatures;
    expect(found?.signerName).toBe('Landrat⟨U+202E⟩lierua⟨U+0000⟩<img src=x>');
  });

  it('says so where the signature does not fix the certificate', async () => {
    const wishes: CmsWishes = { attributes: (_d, a) => [a.contentType, a.messageDigest] };
    const [found] = checkPdf(await resignHonestly(file, signer, oddCms(wishes))).signatures;
    expect(found?.integrity).toBe('intact');
    expect(found?.sentence.de).toContain('Zertifikat, das die Signatur nicht festlegt');
  });
});

describe('checkPdf on honest files', () => {
  it('finds nothing in a file without signature', async () => {
    expect(checkPdf(await testPdf())).toEqual({ signatures: [], problems: [] });
  });

  it('reports an unknown kind of signature without judging it', () => {
    const attacked = Buffer.from(
      Buffer.from(file).toString('latin1').replace('ETSI.CAdES.detached', 'ETSI.CAdES.unknown_'),
      'latin1',
    );
    expect(checkPdf(attacked).signatures).toMatchObject([{ integrity: 'notCheckable', fault: 'subFilter' }]);
  });

  it('tells what is known, and that the trust in the certificate is not', () => {
    const [found] = checkPdf(file).signatures;
    expect(found).toEqual({
      kind: 'signature',
      fieldName: 'Signatur 1',
      signerName: 'Jürgen Groß',
      issuer: 'Prüf-CA Ä ö ß €',
      serial: expect.stringMatching(/^[0-9A-F]{32}$/) as string,
      claimedTime: '2026-03-01T10:00:00.000Z',
      algorithm: 'ECDSA, SHA-256',
      integrity: 'intact',
      coverage: 'wholeFile',
      trust: 'notChecked',
      fault: null,
      signedLength: file.length,
      sentence: {
        de: 'Inhalt unverändert seit der Signatur von Jürgen Groß. Ob das Zertifikat vertrauenswürdig ist, wurde nicht geprüft.',
        en: 'Content unchanged since the signature of Jürgen Groß. Whether the certificate can be trusted was not checked.',
      },
    } satisfies CheckedSignature);
  });

  it('gives the same report for the same bytes', () => {
    expect(JSON.stringify(checkPdf(file))).toBe(JSON.stringify(checkPdf(Uint8Array.from(file))));
  });

  it('checks 51 signatures in less than 10 s and vouches for each', async () => {
    let many = await testPdf();
    for (let count = 0; count < 51; count += 1) many = await signedPdf(many, signer);
    const { signatures } = checkPdf(many);
    expect(signatures.map(({ integrity }) => integrity)).toEqual(Array(51).fill('intact'));
    expect(signatures.filter(({ coverage }) => coverage === 'wholeFile')).toHaveLength(1);
  }, 10_000);
});

interface Verdict {
  readonly file: string;
  readonly kind: string;
  readonly signer: string;
  readonly signatureIntact: boolean;
  readonly scopes: readonly string[];
  readonly claimedTime: string;
}

describeWithShared('checkPdf beside the EU DSS validator', 'corpora/signatures', (folder) => {
  const verdicts = (path: string) =>
    readFileSync(join(folder, path), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Verdict)
      .filter(({ file: path_, kind }) => kind === 'signature' && path_.endsWith('.pdf'));

  it('agrees on integrity, coverage, signer and time of every signature', () => {
    const all = [
      ...verdicts('dss-reference/verdicts.jsonl').map((verdict) => ({
        ...verdict,
        path: `dss-reference/${verdict.file}`,
      })),
      ...verdicts('verdicts.jsonl')
        .filter(({ file: path }) => path.startsWith('signatures/pyhanko/'))
        .map((verdict) => ({ ...verdict, path: verdict.file.replace('signatures/', '') })),
    ];
    expect(all.length).toBeGreaterThanOrEqual(25);
    for (const { path, signer: expected, signatureIntact, scopes, claimedTime } of all) {
      const found = checkPdf(readFileSync(join(folder, path))).signatures.map(summary);
      const isFull = scopes.some((scope) => scope.startsWith('FULL'));
      expect({ path, found }).toEqual({
        path,
        found: expect.arrayContaining([
          [
            expected,
            signatureIntact ? 'intact' : 'broken',
            isFull ? 'wholeFile' : 'laterChanges',
            new Date(claimedTime).getTime(),
          ],
        ]) as unknown[],
      });
    }
  });
});

function summary({ signerName, integrity, coverage, claimedTime }: CheckedSignature): unknown[] {
  return [signerName, integrity, coverage, Date.parse(claimedTime ?? '')];
}

function claimsUnchanged({ signatures }: SignaturReport): boolean {
  return signatures.some(({ integrity, coverage }) => integrity === 'intact' && coverage === 'wholeFile');
}
