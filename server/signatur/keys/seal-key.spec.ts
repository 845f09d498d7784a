import { randomBytes } from 'node:crypto';
import { isRejection } from '../../contract/rejections.js';
import { openKey, sealKey } from './seal-key.js';

const KEY = Buffer.from('a private key');

describe('sealKey and openKey', () => {
  it('refuse to work with a short secret', () => {
    expect(() => sealKey(randomBytes(31), KEY)).toThrow('at least 32 bytes');
  });

  it('refuse another secret', () => {
    const opened = openKey(randomBytes(32), sealKey(randomBytes(32), KEY));
    expect(isRejection(opened) && opened.code).toBe('signatur.keySealed');
  });

  it('refuse a seal with any byte changed or cut off', () => {
    const secret = randomBytes(32);
    const sealed = sealKey(secret, KEY);
    for (let place = 0; place < sealed.length; place += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
      expect(isRejection(openKey(secret, changed))).toBe(true);
      expect(isRejection(openKey(secret, sealed.subarray(0, place)))).toBe(true);
    }
  });

  it('give the key back and never seal twice the same way', () => {
    const secret = randomBytes(32);
    const [one, other] = [sealKey(secret, KEY), sealKey(secret, KEY)];
    expect(Buffer.compare(one, other)).not.toBe(0);
    expect(Buffer.from(one).includes(KEY)).toBe(false);
    const opened = openKey(secret, one);
    expect(isRejection(opened) ? opened.code : Buffer.from(opened).equals(KEY)).toBe(true);
  });
});
