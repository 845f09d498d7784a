import { checkPdf } from '../check-pdf.js';
import { integer, octetString, sequence } from '../der/write-der.js';
import { distinguishedName } from '../keys/build-certificate.js';
import type { Signer } from '../ports.js';
import { signedPdf, testPdf } from '../testing/documents.js';
import { testAuthority, testSigner, type TestAuthority } from '../testing/keys.js';
import { attribute, oddCms, signingCertificate, type CmsWishes } from '../testing/odd-cms.js';
import { resignHonestly } from '../testing/resign.js';

let authority: TestAuthority;
let signer: Signer;
let file: Uint8Array;

beforeAll(async () => {
  authority = await testAuthority();
  signer = await testSigner(authority);
  file = await signedPdf(await testPdf(), signer);
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
      { attributes: (_d, a) => [a.contentType, a.messageDigest, a.signingCertificate, a.messageDigest] },
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
