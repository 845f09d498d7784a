import { extensionOf, isLock, lockWish, ruleOnLock, type LockWish } from './wopi.js';

const now = new Date('2026-11-24T09:00:00Z');
const held = { lock: 'a', expiresAt: new Date('2026-11-24T09:10:00Z') };
const expired = { lock: 'a', expiresAt: now };
const wish = (kind: 'lock' | 'refresh' | 'unlock', lock: string): LockWish => ({ kind, lock });

describe('the rule on locks', () => {
  it('refuses with the lock that is there, and with none where there is none', () => {
    for (const kind of ['lock', 'refresh', 'unlock'] as const) {
      expect(ruleOnLock(held, wish(kind, 'b'), now)).toEqual({ kind: 'mismatch', lock: 'a' });
    }
    for (const kind of ['refresh', 'unlock'] as const) {
      expect(ruleOnLock(null, wish(kind, 'a'), now)).toEqual({ kind: 'mismatch', lock: '' });
    }
  });

  it('refuses to change a lock for another one than it is', () => {
    expect(ruleOnLock(held, { kind: 'relock', lock: 'c', old: 'b' }, now)).toEqual({ kind: 'mismatch', lock: 'a' });
    expect(ruleOnLock(null, { kind: 'relock', lock: 'c', old: 'b' }, now)).toEqual({ kind: 'mismatch', lock: '' });
  });

  it('counts a lock that has expired as none', () => {
    expect(ruleOnLock(expired, wish('refresh', 'a'), now)).toEqual({ kind: 'mismatch', lock: '' });
    expect(ruleOnLock(expired, wish('lock', 'b'), now)).toEqual({ kind: 'take' });
    expect(ruleOnLock(expired, { kind: 'get' }, now)).toEqual({ kind: 'tell', lock: '' });
  });

  it('takes, keeps, changes, tells and ends', () => {
    expect(ruleOnLock(null, wish('lock', 'a'), now)).toEqual({ kind: 'take' });
    expect(ruleOnLock(held, wish('lock', 'a'), now)).toEqual({ kind: 'keep' });
    expect(ruleOnLock(held, wish('refresh', 'a'), now)).toEqual({ kind: 'keep' });
    expect(ruleOnLock(held, { kind: 'relock', lock: 'b', old: 'a' }, now)).toEqual({ kind: 'change' });
    expect(ruleOnLock(held, { kind: 'get' }, now)).toEqual({ kind: 'tell', lock: 'a' });
    expect(ruleOnLock(held, wish('unlock', 'a'), now)).toEqual({ kind: 'end' });
  });
});

describe('the wish of an editor server', () => {
  it.each(['PUT_RELATIVE', 'RENAME_FILE', 'DELETE', 'PUT_USER_INFO', '', 'toString', 'lock'])(
    'is not supported as %p',
    (override) => {
      expect(lockWish({ override, lock: 'a', oldLock: '' })).toBe('unsupported');
    },
  );

  it('is invalid without a lock, or with one that is too long or no text', () => {
    for (const lock of ['', 'x'.repeat(1_025), 'a\u0007', 'ä']) {
      expect(lockWish({ override: 'LOCK', lock, oldLock: '' })).toBe('invalid');
      expect(isLock(lock)).toBe(false);
    }
    expect(lockWish({ override: 'LOCK', lock: 'a', oldLock: 'x'.repeat(1_025) })).toBe('invalid');
  });

  it('is to change a lock where it names the old one', () => {
    expect(lockWish({ override: 'LOCK', lock: 'b', oldLock: 'a' })).toEqual({ kind: 'relock', lock: 'b', old: 'a' });
    expect(lockWish({ override: 'GET_LOCK', lock: '', oldLock: '' })).toEqual({ kind: 'get' });
    expect(lockWish({ override: 'UNLOCK', lock: 'a', oldLock: '' })).toEqual({ kind: 'unlock', lock: 'a' });
  });
});

describe('the extension of a file name', () => {
  it.each([
    ['Bescheid.ODT', 'odt'],
    ['Bescheid', ''],
    ['.odt', 'odt'],
    ['Bescheid.tar.gz', 'gz'],
    ['Bescheid.o d t', ''],
  ])('of %p is %p', (name, extension) => {
    expect(extensionOf(name)).toBe(extension);
  });
});
