import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithShared } from '../../test/support/shared.js';
import { checkPdf, type CheckedSignature, type CheckedPdf } from './check-pdf.js';
import { array, textString, withEntries } from '../platform/pdf/objects.js';
import type { Signer } from './ports.js';
import { signedPdf, testPdf } from './testing/documents.js';
import { testAuthority, testSigner } from './testing/keys.js';
import { addPage, appendRevision, dictionaryAt, formOf, replacePageContent } from './testing/later-revision.js';
import { placeOfSignature } from './testing/resign.js';

let signer: Signer;
let file: Uint8Array;

beforeAll(async () => {
  signer = await testSigner(await testAuthority());
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

  it('finds a time stamp broken when what it covers was changed', () => {
    const bytes = readFileSync(join(folder, 'dss-reference/pades-b-lta.pdf'));
    const [first] = checkPdf(bytes).signatures;
    // A comment sign behind the end of the first signed version: no object changes, only what the time stamp covers.
    const place = bytes.indexOf('endobj', first?.signedLength ?? 0) - 1;
    bytes.writeUInt8(bytes.readUInt8(place) === 10 ? 32 : 10, place);
    expect(checkPdf(bytes).signatures).toMatchObject([
      { kind: 'signature', integrity: 'intact', coverage: 'laterChanges' },
      { kind: 'timestamp', integrity: 'broken', fault: 'digest' },
    ]);
  });

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

function claimsUnchanged({ signatures }: CheckedPdf): boolean {
  return signatures.some(({ integrity, coverage }) => integrity === 'intact' && coverage === 'wholeFile');
}
