import { limitWrongPasswords } from './wrong-passwords.js';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 9, minute));

describe('limitWrongPasswords', () => {
  it('refuses the eleventh try in a quarter of an hour, and goes on refusing without counting it', () => {
    const limit = limitWrongPasswords();
    const answers = Array.from({ length: 12 }, () => limit.mayTry('ruth', at(0)));
    expect(answers).toEqual([...Array<string>(10).fill('allowed'), 'tooMany', 'tooMany']);
    expect(limit.mayTry('ruth', at(14))).toBe('tooMany');
    expect(limit.mayTry('ruth', at(15))).toBe('allowed');
  });

  it('counts each person alone', () => {
    const limit = limitWrongPasswords();
    for (let attempt = 0; attempt < 11; attempt++) limit.mayTry('ruth', at(0));
    expect(limit.mayTry('jana', at(0))).toBe('allowed');
  });

  it('forgets after the right one', () => {
    const limit = limitWrongPasswords();
    for (let attempt = 0; attempt < 10; attempt++) limit.mayTry('ruth', at(0));
    limit.wasRight('ruth');
    expect(limit.mayTry('ruth', at(0))).toBe('allowed');
  });
});
