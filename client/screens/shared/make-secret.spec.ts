import { PICKUP_CODE, PICKUP_TOKEN } from '../../../server/contract/weitergabe-views.js';
import { makeCode, makeSecret, readCode } from './make-secret.js';

describe('makeSecret', () => {
  it('never makes the same twice', () => {
    expect(new Set(Array.from({ length: 100 }, () => makeSecret('lm_'))).size).toBe(100);
  });

  it('has the form that the server takes, whatever the bytes', () => {
    for (const byte of [0, 62, 63, 250, 251, 255]) {
      const random = new Uint8Array(32).fill(byte);
      expect(makeSecret('lm_', random)).toMatch(/^lm_[A-Za-z0-9_-]{43}$/);
      expect(makeSecret('lw_', random)).toMatch(PICKUP_TOKEN);
    }
  });
});

describe('makeCode', () => {
  it('never makes the same code twice', () => {
    expect(new Set(Array.from({ length: 100 }, () => makeCode())).size).toBe(100);
  });

  it('has a form that can be told, with every letter as likely as any other', () => {
    const bytes = Array.from({ length: 256 }, (_, byte) => makeCode(new Uint8Array(12).fill(byte)));
    expect(bytes.every((code) => PICKUP_CODE.test(code))).toBe(true);
    expect(new Set(bytes).size).toBe(32);
  });
});

describe('readCode', () => {
  it.each([
    ['7k2m q0xd 9tvb', '7K2M-Q0XD-9TVB'],
    [' 7K2M–QOXD–9TVB ', '7K2M-Q0XD-9TVB'],
    ['Il0o', '1100'],
    ['', ''],
  ])('reads %j as %j', (typed, meant) => {
    expect(readCode(typed)).toBe(meant);
  });
});
