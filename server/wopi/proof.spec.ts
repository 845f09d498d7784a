import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { isProved, provenBytes, type SignedRequest } from './proof.js';

const [current, old, foreign] = [1, 2, 3].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }));
const keys = { current: current!.publicKey, old: old!.publicKey };
const NOW = Date.parse('2026-11-24T09:00:00Z');
const ticksOf = (time: number) => BigInt(time) * 10_000n + 621_355_968_000_000_000n;
const plain = { token: 'Zeichen', address: 'https://akte.kreis.example/wopi/files/a?access_token=Zeichen' };

function request(by: KeyObject, oldBy: KeyObject | null = null, time = NOW): SignedRequest {
  const bytes = provenBytes(plain.token, plain.address, ticksOf(time));
  const signed = (key: KeyObject) => sign('RSA-SHA256', bytes, key).toString('base64');
  return { ...plain, timeStamp: String(ticksOf(time)), proof: signed(by), proofOld: oldBy ? signed(oldBy) : '' };
}

describe('the proof of an editor server', () => {
  it('fails with another key, another address, another token, another time, and without any', () => {
    const good = request(current!.privateKey);
    for (const wrong of [
      request(foreign!.privateKey),
      { ...good, address: good.address.replace('/a?', '/b?') },
      { ...good, token: 'anderes' },
      { ...good, timeStamp: String(ticksOf(NOW + 1)) },
      { ...good, timeStamp: '' },
      { ...good, timeStamp: '9'.repeat(40) },
      { ...good, proof: '' },
      { ...good, proof: 'kein base64 !' },
    ]) {
      expect(isProved(wrong, keys, NOW)).toBe(false);
    }
    expect(isProved(request(old!.privateKey), { ...keys, old: null }, NOW)).toBe(false);
  });

  it('fails after twenty minutes', () => {
    const signed = request(current!.privateKey);
    expect(isProved(signed, keys, NOW + 20 * 60_000)).toBe(true);
    expect(isProved(signed, keys, NOW + 20 * 60_000 + 1)).toBe(false);
  });

  it('holds under the key of now, and around a change of keys under both', () => {
    expect(isProved(request(current!.privateKey), keys, NOW)).toBe(true);
    expect(isProved(request(old!.privateKey), keys, NOW)).toBe(true);
    expect(isProved(request(foreign!.privateKey, current!.privateKey), keys, NOW)).toBe(true);
  });

  it('signs lengths before values, and the address in upper case', () => {
    expect(provenBytes('ab', 'http://x/y', 1n).toString('hex')).toBe(
      `00000002${Buffer.from('ab').toString('hex')}0000000a${Buffer.from('HTTP://X/Y').toString('hex')}` +
        '000000080000000000000001',
    );
  });
});
