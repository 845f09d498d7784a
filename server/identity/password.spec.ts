import { decoyHash, hashPassword, passwordFits } from './password.js';

describe('passwordFits', () => {
  it.each([
    ['another password', 'Geheim'],
    ['an empty one', ''],
    ['the password and a blank', 'geheim '],
    ['a part of it', 'gehei'],
  ])('refuses %s', async (_name, password) => {
    expect(await passwordFits(await hashPassword('geheim'), password)).toBe(false);
  });

  it.each(['', 'no hash', '$argon2id$v=19$broken'])('refuses everything for the stored text „%s“', async (stored) => {
    expect(await passwordFits(stored, '')).toBe(false);
  });

  it('accepts the password, with letters of any alphabet and signs of any kind', async () => {
    const password = 'Äußerst ḡeheim \0 🔑'.repeat(10);
    expect(await passwordFits(await hashPassword(password), password)).toBe(true);
  });
});

describe('hashPassword', () => {
  it('gives the same password another hash each time, by argon2id with 19 MiB and two passes', async () => {
    const [first, second] = await Promise.all([hashPassword('geheim'), hashPassword('geheim')]);
    expect(first).not.toBe(second);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe('decoyHash', () => {
  it('fits nothing and takes the work of a real one', async () => {
    expect(await passwordFits(await decoyHash(), '')).toBe(false);
    expect((await decoyHash()).slice(0, 31)).toBe((await hashPassword('geheim')).slice(0, 31));
  });
});
