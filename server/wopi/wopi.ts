/** The longest lock that the reference of WOPI allows with `SupportsExtendedLockLength`. */
export const LONGEST_LOCK = 1_024;

/** A lock ends by itself when the editor server has not been heard of for so long; the reference of WOPI says 30 minutes. */
export const LOCK_MILLISECONDS = 30 * 60_000;

/** A token lives no longer than a working day, and ends with the session of its person, or with their right. */
export const TOKEN_MILLISECONDS = 10 * 3_600_000;

/** The lock of an editor server on a Dokument. */
export interface HeldLock {
  readonly lock: string;
  readonly expiresAt: Date;
}

/** What an editor server wants of a lock. */
export type LockWish =
  | { readonly kind: 'get' }
  | { readonly kind: 'lock' | 'refresh' | 'unlock'; readonly lock: string }
  | { readonly kind: 'relock'; readonly lock: string; readonly old: string };

/** What happens: `mismatch` is answered with 409 and the lock that is there, empty where there is none. */
export type LockRuling =
  { readonly kind: 'take' | 'keep' | 'change' | 'end' } | { readonly kind: 'tell' | 'mismatch'; readonly lock: string };

/** Judges a wish by the lock that is there. One that has expired is none. */
export function ruleOnLock(held: HeldLock | null, wish: LockWish, now: Date): LockRuling {
  const current = held && held.expiresAt > now ? held.lock : null;
  const mismatch = { kind: 'mismatch', lock: current ?? '' } as const;
  switch (wish.kind) {
    case 'get':
      return { kind: 'tell', lock: current ?? '' };
    case 'lock':
      if (current === null) return { kind: 'take' };
      return current === wish.lock ? { kind: 'keep' } : mismatch;
    case 'refresh':
      return current === wish.lock ? { kind: 'keep' } : mismatch;
    case 'unlock':
      return current === wish.lock ? { kind: 'end' } : mismatch;
    case 'relock':
      return current === wish.old ? { kind: 'change' } : mismatch;
  }
}

/** Headers of a request, as far as they speak of locks. */
export interface LockHeaders {
  readonly override: string;
  readonly lock: string;
  readonly oldLock: string;
}

/** The wish behind `X-WOPI-Override`; `unsupported` is answered with 501, `invalid` with 400. */
export function lockWish({ override, lock, oldLock }: LockHeaders): LockWish | 'unsupported' | 'invalid' {
  const wishes: Readonly<Record<string, LockWish>> = {
    GET_LOCK: { kind: 'get' },
    LOCK: oldLock === '' ? { kind: 'lock', lock } : { kind: 'relock', lock, old: oldLock },
    REFRESH_LOCK: { kind: 'refresh', lock },
    UNLOCK: { kind: 'unlock', lock },
  };
  const wish = Object.hasOwn(wishes, override) ? wishes[override] : undefined;
  if (!wish) return 'unsupported';
  if (wish.kind === 'get') return wish;
  return isLock(lock) && (wish.kind !== 'relock' || isLock(wish.old)) ? wish : 'invalid';
}

/** Visible ASCII: a header carries nothing else unharmed. */
export function isLock(text: string): boolean {
  return text.length <= LONGEST_LOCK && /^[\x20-\x7e]+$/.test(text);
}

/** Extension of a file name, in lower case; empty where there is none. */
export function extensionOf(fileName: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}
