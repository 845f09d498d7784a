import { randomBytes, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithShared } from '../../test/support/shared.js';
import { isRejection } from '../contract/rejections.js';
import { digestIdentifier } from './cms/algorithms.js';
import { integer, objectIdentifier, octetString, sequence, tagged } from './der/write-der.js';
import { sealKey } from './keys/seal-key.js';
import { exportPkcs12, importPkcs12 } from './pkcs12.js';
import { PKCS12_OID } from './pkcs12/read-pfx.js';
import { openSigner, type SoftKey } from './soft-key.js';
import { askJudge, describeWithJudges, pem } from './testing/judges.js';
import { testAuthority, testCertificate, type KeyKind } from './testing/keys.js';

const secret = randomBytes(32);
const PASSWORD = 'grüße€';

describe('importPkcs12', () => {
  it('refuses what is no PKCS#12 file', () => {
    const inputs = ['', '42', '3003020103', '3030303030'].map((text) => Buffer.from(text, 'hex'));
    const codes = inputs.map((bytes) => codeOf(importPkcs12(secret, bytes, PASSWORD)));
    expect(codes).toEqual(inputs.map(() => 'signatur.pkcs12Unreadable'));
  });

  it('refuses a wrong password, and the refusal does not repeat it', async () => {
    const file = await exported(await softKey('P-256'));
    const refusal = importPkcs12(secret, file, 'falsch-4711');
    expect(codeOf(refusal)).toBe('signatur.pkcs12Password');
    expect(JSON.stringify(refusal)).not.toContain('4711');
  });

  it('refuses 10^8 rounds of key derivation, in the MAC and for the key, without running them', () => {
    const rounds = integer(100_000_000);
    const salt = octetString(Buffer.alloc(8));
    const mac = sequence(sequence(digestIdentifier('sha256'), octetString(Buffer.alloc(32))), salt, rounds);
    const derivation = sequence(objectIdentifier('1.2.840.113549.1.5.12'), sequence(salt, rounds));
    const aes = sequence(objectIdentifier('2.16.840.1.101.3.4.1.42'), octetString(Buffer.alloc(16)));
    const cipher = sequence(objectIdentifier('1.2.840.113549.1.5.13'), sequence(derivation, aes));
    const keyBag = bag(PKCS12_OID.shroudedKeyBag, sequence(cipher, octetString(Buffer.alloc(64))));
    const files = [
      sequence(integer(3), data(sequence()), mac),
      sequence(integer(3), data(sequence(data(sequence(keyBag))))),
    ];
    const codes = files.map((file) => importPkcs12(secret, file, PASSWORD));
    expect(codes.map((code) => isRejection(code) && code.message.de)).toEqual(
      files.map(() => expect.stringContaining('Schlüsselableitung') as string),
    );
  });

  it('refuses a key that belongs to no certificate of the file', async () => {
    const [one, other] = [await softKey('P-256'), await softKey('P-256')];
    const mixed = await exportPkcs12(secret, { ...one, certificate: other.certificate }, PASSWORD);
    expect(codeOf(mixed)).toBe('signatur.keyMismatch');
  });

  it('takes back what exportPkcs12 wrote, with the chain, byte for byte', async () => {
    for (const kind of ['RSA-3072', 'P-384'] as const) {
      const stored = await softKey(kind);
      const back = importPkcs12(secret, await exported(stored), PASSWORD);
      if (isRejection(back)) throw new Error(back.code);
      expect([back.certificate, ...back.chain].map(hex)).toEqual([stored.certificate, ...stored.chain].map(hex));
      expect(isRejection(openSigner(secret, back))).toBe(false);
    }
  });
});

describeWithJudges('PKCS#12 files beside openssl', ['openssl'], () => {
  it('are opened by openssl with an umlaut in the password', async () => {
    const stored = await softKey('RSA-3072');
    const parameters = ['pkcs12', '-in', 'key.p12', '-passin', `pass:${PASSWORD}`, '-nodes'];
    const answer = askJudge('openssl', parameters, { 'key.p12': await exported(stored) });
    expect(answer.stderr.toString()).toBe('');
    expect(answer.stdout.toString()).toContain(pem(stored.certificate).trim());
    expect(answer.stdout.toString()).toContain('BEGIN PRIVATE KEY');
  });

  it.each([
    ['modern', 'RSA-3072', []],
    ['RC2 and 3DES of old programs', 'RSA-3072', ['-legacy']],
    ['modern, EC key', 'brainpoolP256r1', []],
    ['without MAC', 'P-256', ['-nomac']],
  ] as const)('are taken from openssl: %s', async (_what, kind, options) => {
    const authority = await testAuthority();
    const { privateKey, certificate } = await testCertificate(authority, { kind });
    const file = opensslExports(privateKey, certificate, options);
    const taken = importPkcs12(secret, file, PASSWORD);
    if (isRejection(taken)) throw new Error(taken.message.de);
    expect(hex(taken.certificate)).toBe(hex(certificate));
    expect(isRejection(openSigner(secret, taken))).toBe(false);
  });
});

describeWithShared('PKCS#12 files of pyHanko', 'corpora/signatures/pyhanko/crypto/testing-ca', (folder) => {
  it('are opened with their empty password', () => {
    const file = readFileSync(join(folder, 'interm/signer1.pfx'));
    const taken = importPkcs12(secret, file, '');
    expect(isRejection(taken) ? taken.message.de : taken.chain.length).toBe(2);
  });
});

function opensslExports(key: KeyObject, certificate: Uint8Array, options: readonly string[]): Uint8Array {
  const parameters = [
    'pkcs12',
    '-export',
    '-inkey',
    'key.pem',
    '-in',
    'certificate.pem',
    '-passout',
    `pass:${PASSWORD}`,
  ];
  const answer = askJudge('openssl', [...parameters, ...options], {
    'key.pem': Buffer.from(key.export({ format: 'pem', type: 'pkcs8' })),
    'certificate.pem': Buffer.from(pem(certificate)),
  });
  expect(answer.stderr.toString()).toBe('');
  return answer.stdout;
}

async function softKey(kind: KeyKind): Promise<SoftKey> {
  const authority = await testAuthority();
  const { privateKey, certificate } = await testCertificate(authority, { kind });
  const sealedKey = sealKey(secret, privateKey.export({ format: 'der', type: 'pkcs8' }));
  return { certificate, chain: [authority.certificate], sealedKey };
}

async function exported(stored: SoftKey): Promise<Uint8Array> {
  const file = await exportPkcs12(secret, stored, PASSWORD);
  if (isRejection(file)) throw new Error(file.code);
  return file;
}

function codeOf(result: object): string {
  return isRejection(result) ? result.code : 'no refusal';
}

function bag(oid: string, value: Uint8Array): Uint8Array {
  return sequence(objectIdentifier(oid), tagged(0, value));
}

function data(content: Uint8Array): Uint8Array {
  return sequence(objectIdentifier(PKCS12_OID.data), tagged(0, octetString(content)));
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
