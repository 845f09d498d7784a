// 1 s, 4 s, 16 s … at most 1 h: a database restart is over after the first, a full disk may take a morning.
const CEILING_MILLISECONDS = 3_600_000;

/** When to try again what has failed `attempts` times before this one. */
export function backOff(now: Date, attempts: number): Date {
  return new Date(now.getTime() + Math.min(1_000 * 4 ** attempts, CEILING_MILLISECONDS));
}
