import { makeToken } from './make-token.js';

describe('makeToken', () => {
  it('never makes the same twice', () => {
    expect(new Set(Array.from({ length: 100 }, () => makeToken())).size).toBe(100);
  });

  it('has the form that the server takes, whatever the bytes', () => {
    for (const byte of [0, 62, 63, 250, 251, 255]) {
      expect(makeToken(new Uint8Array(32).fill(byte))).toMatch(/^lm_[A-Za-z0-9_-]{43}$/);
    }
  });
});
