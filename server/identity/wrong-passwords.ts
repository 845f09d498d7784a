/** Ten wrong passwords in a quarter of an hour are a mistake; an eleventh is somebody who tries. */
export const WRONG_PASSWORDS = { attempts: 10, minutes: 15 } as const;

export interface PasswordLimit {
  /** Says whether somebody may try now, and counts the try: many at once are as many as one after the other. */
  mayTry(personId: string, now: Date): 'allowed' | 'tooMany';
  /** The password was right: what was wrong before is forgotten. */
  wasRight(personId: string): void;
}

/**
 * Counts wrong passwords of signed-in people, each for themselves. In memory, as the limit of the sign-in is: the
 * transaction of a refused act is rolled back, and a restart of the server is nothing that somebody who guesses can cause.
 */
export function limitWrongPasswords({ attempts, minutes } = WRONG_PASSWORDS): PasswordLimit {
  const tries = new Map<string, readonly number[]>();
  return {
    mayTry: (personId, now) => {
      const begin = now.getTime() - minutes * 60_000;
      const recent = (tries.get(personId) ?? []).filter((at) => at > begin);
      const allowed = recent.length < attempts;
      tries.set(personId, allowed ? [...recent, now.getTime()] : recent);
      return allowed ? 'allowed' : 'tooMany';
    },
    wasRight: (personId) => void tries.delete(personId),
  };
}
