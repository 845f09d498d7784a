import { createHash } from 'node:crypto';
import { isRejection } from '../contract/rejections.js';
import { readCms } from './check/read-cms.js';
import { buildCms } from './cms-builder.js';
import { readCertificate } from './cms/read-certificate.js';
import { bmpString, element, sequence, utf8String } from './der/write-der.js';
import { relativeName } from './keys/build-certificate.js';
import { keySigner } from './keys/key-signer.js';
import type { Signer } from './ports.js';
import { describeWithJudges, opensslVerifies } from './testing/judges.js';
import { newKeyPair, testAuthority, testSigner } from './testing/keys.js';

const CONTENT = Buffer.from('Bescheid über 12.450,80 €');

describe('buildCms', () => {
  it('refuses a signer whose key is not the one of its certificate', async () => {
    const { certificate, chain } = await testSigner(await testAuthority());
    const stranger = keySigner(newKeyPair('P-256').privateKey, certificate, chain);
    const refused = await buildCms(digest(stranger), stranger);
    expect(isRejection(refused) && refused.code).toBe('signatur.keyMismatch');
  });

  it('signs content type, message digest and certificate, and no time', async () => {
    const signer = await testSigner(await testAuthority());
    const attributes = readCms(await built(signer))?.attributes?.values;
    expect([...(attributes?.keys() ?? [])].sort()).toEqual([
      '1.2.840.113549.1.9.16.2.47',
      '1.2.840.113549.1.9.3',
      '1.2.840.113549.1.9.4',
    ]);
  });

  it('takes the certificates along, the signer first', async () => {
    const authority = await testAuthority();
    const signer = await testSigner(authority);
    const certificates = readCms(await built(signer))?.certificates.map(({ raw }) => hex(raw));
    expect(certificates).toEqual([hex(signer.certificate), hex(authority.certificate)]);
  });
});

describeWithJudges('buildCms before openssl', ['openssl'], () => {
  it.each(['RSA-3072', 'RSA-PSS-3072', 'P-256', 'P-384', 'brainpoolP256r1', 'brainpoolP384r1'] as const)(
    'verifies with a key of kind %s',
    async (kind) => {
      const authority = await testAuthority();
      const cms = await built(await testSigner(authority, { kind }));
      expect(opensslVerifies(CONTENT, cms, authority.certificate)).toMatchObject({ ok: true });
      const changed = Buffer.from('Bescheid über 22.450,80 €');
      expect(opensslVerifies(changed, cms, authority.certificate)).toMatchObject({ ok: false });
    },
  );

  it.each([
    ['UTF-8 with Ä ö ß €', sequence(relativeName('2.5.4.3', utf8String('Prüf-CA Ä ö ß €')))],
    ['BMPString', sequence(relativeName('2.5.4.3', bmpString('Prüf-CA €')))],
    ['T61String', sequence(relativeName('2.5.4.3', element(0x14, Buffer.from('Prüf-CA ß', 'latin1'))))],
  ])('copies an issuer in %s byte for byte (SIG-3)', async (_what, name) => {
    const authority = await testAuthority(name);
    const signer = await testSigner(authority, { subject: name, serial: Buffer.alloc(20, 0xff).fill(0x7f, 0, 1) });
    const cms = await built(signer);
    const sid = readCms(cms)?.signerIdentifier;
    expect(sid?.kind === 'issuerAndSerial' && hex(sid.issuer)).toBe(hex(name));
    expect(opensslVerifies(CONTENT, cms, authority.certificate)).toMatchObject({ ok: true });
  });

  it('keeps a serial number that begins with FF positive (SIG-3)', async () => {
    const authority = await testAuthority();
    const signer = await testSigner(authority, { serial: Buffer.from('ff00ff', 'hex') });
    expect(hex(readCertificate(signer.certificate)?.serial ?? Buffer.alloc(0))).toBe('00ff00ff');
    expect(opensslVerifies(CONTENT, await built(signer), authority.certificate)).toMatchObject({ ok: true });
  });
});

async function built(signer: Signer): Promise<Uint8Array> {
  const cms = await buildCms(digest(signer), signer);
  if (isRejection(cms)) throw new Error(cms.code);
  return cms;
}

function digest(signer: Signer): Uint8Array {
  return createHash(signer.scheme.digest).update(CONTENT).digest();
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
