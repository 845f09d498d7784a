import { constants, generateKeyPairSync, sign, type KeyObject, type RSAPSSKeyPairKeyObjectOptions } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithShared } from '../../../test/support/shared.js';
import type { SignatureScheme } from './algorithms.js';
import { verifyPrimitive } from './verify-primitive.js';

const DATA = Buffer.from('Bescheid');
const RSA: SignatureScheme = { kind: 'rsa-pkcs1', digest: 'sha256' };
const ECDSA: SignatureScheme = { kind: 'ecdsa', digest: 'sha256', encoding: 'der' };
const spki = (key: KeyObject) => key.export({ format: 'der', type: 'spki' });

describe('verifyPrimitive', () => {
  it('calls keys unsuitable that are too short, of an unknown curve, of another kind, or no keys', () => {
    const short = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const koblitz = generateKeyPairSync('ec', { namedCurve: 'secp256k1' });
    const unnamed = generateKeyPairSync('ec', { namedCurve: 'prime256v1', paramEncoding: 'explicit' });
    const value = Buffer.alloc(128);
    expect(verifyPrimitive(RSA, spki(short.publicKey), DATA, value)).toBe('keyUnsuitable');
    expect(verifyPrimitive(ECDSA, spki(koblitz.publicKey), DATA, value)).toBe('keyUnsuitable');
    expect(verifyPrimitive(ECDSA, spki(unnamed.publicKey), DATA, value)).toBe('keyUnsuitable');
    expect(verifyPrimitive(RSA, spki(koblitz.publicKey), DATA, value)).toBe('keyUnsuitable');
    expect(verifyPrimitive(RSA, Buffer.from('3000', 'hex'), DATA, value)).toBe('keyUnsuitable');
  });

  it('refuses a point that is not on its curve, and signatures of zeros', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'brainpoolP256r1' });
    const bytes = spki(publicKey);
    const moved = Buffer.from(bytes);
    moved.writeUInt8(moved.readUInt8(moved.length - 1) ^ 1, moved.length - 1);
    const value = sign('sha256', DATA, privateKey);
    expect(verifyPrimitive(ECDSA, bytes, DATA, value)).toBe('valid');
    expect(verifyPrimitive(ECDSA, moved, DATA, value)).toBe('keyUnsuitable');
    expect(verifyPrimitive(ECDSA, bytes, DATA, Buffer.from('3006020100020100', 'hex'))).toBe('invalid');
    expect(verifyPrimitive({ ...ECDSA, encoding: 'plain' }, bytes, DATA, Buffer.alloc(64))).toBe('invalid');
  });

  it('refuses PSS parameters that the key does not allow', () => {
    // The published types want the salt length as text, node:crypto wants a number.
    const options: unknown = {
      modulusLength: 2048,
      hashAlgorithm: 'sha256',
      mgf1HashAlgorithm: 'sha256',
      saltLength: 32,
    };
    const { publicKey, privateKey } = generateKeyPairSync('rsa-pss', options as RSAPSSKeyPairKeyObjectOptions);
    const value = sign('sha256', DATA, { key: privateKey, saltLength: 32, padding: constants.RSA_PKCS1_PSS_PADDING });
    const scheme = { kind: 'rsa-pss', digest: 'sha256', maskDigest: 'sha256', saltLength: 32 } as const;
    expect(verifyPrimitive(scheme, spki(publicKey), DATA, value)).toBe('valid');
    expect(verifyPrimitive({ ...scheme, saltLength: 20 }, spki(publicKey), DATA, value)).toBe('keyUnsuitable');
    expect(verifyPrimitive({ ...scheme, maskDigest: 'sha1' }, spki(publicKey), DATA, value)).toBe('keyUnsuitable');
    expect(verifyPrimitive({ ...scheme, saltLength: 500 }, spki(publicKey), DATA, value)).toBe('invalid');
  });

  it('verifies Ed25519', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const scheme = { kind: 'ed25519', digest: 'sha512' } as const;
    expect(verifyPrimitive(scheme, spki(publicKey), DATA, sign(null, DATA, privateKey))).toBe('valid');
    expect(verifyPrimitive(scheme, spki(publicKey), DATA, Buffer.alloc(64))).toBe('invalid');
  });
});

interface WycheproofFile {
  readonly testGroups: readonly {
    readonly type: string;
    readonly publicKeyDer: string;
    readonly sLen?: number;
    readonly mgfSha?: string;
    readonly tests: readonly { tcId: number; msg: string; sig: string; result: 'valid' | 'invalid' | 'acceptable' }[];
  }[];
}

describeWithShared('verifyPrimitive with the Wycheproof vectors', 'corpora/signatures/wycheproof', (folder) => {
  it.each([
    'ecdsa_secp256r1_sha256_test',
    'ecdsa_brainpoolP256r1_sha256_test',
    'rsa_signature_2048_sha256_test',
    'rsa_pss_2048_sha256_mgf1_0_test',
    'rsa_pss_2048_sha256_mgf1_0_params_test',
    'rsa_pss_2048_sha256_mgf1_32_test',
    'rsa_pss_2048_sha256_mgf1_32_params_test',
    'rsa_pss_2048_sha256_mgf1sha1_20_test',
  ])('agrees with every vector of %s', (name) => {
    const file = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as WycheproofFile;
    const wrong: number[] = [];
    let count = 0;
    for (const group of file.testGroups) {
      const scheme = schemeOf(group);
      for (const { tcId, msg, sig, result } of group.tests) {
        const bytes = [group.publicKeyDer, msg, sig].map((text) => Buffer.from(text, 'hex'));
        const [key = DATA, data = DATA, value = DATA] = bytes;
        const isValid = verifyPrimitive(scheme, key, data, value) === 'valid';
        if (result !== 'acceptable' && isValid !== (result === 'valid')) wrong.push(tcId);
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });
});

function schemeOf(group: WycheproofFile['testGroups'][number]): SignatureScheme {
  if (group.type === 'EcdsaVerify') return ECDSA;
  if (group.sLen === undefined) return RSA;
  const maskDigest = group.mgfSha === 'SHA-1' ? 'sha1' : 'sha256';
  return { kind: 'rsa-pss', digest: 'sha256', maskDigest, saltLength: group.sLen };
}
