import { reject, type Rejection } from '../contract/rejections.js';

/** So many of people without a sign-in may wait: whoever floods the list fills neither it nor the disk. */
export const MOST_OPEN_FROM_OUTSIDE = 200;

/** A report as it is locked to be closed. */
export interface OpenBarriere {
  readonly page: string;
  readonly closedAt: Date | null;
}

/** Closing is once: a second note would hide the first. */
export function refuseClosed({ closedAt }: OpenBarriere): Rejection | null {
  return closedAt === null ? null : reject('barriere.closed');
}

/** Colleagues are always heard; of people without a sign-in only so many wait at once. */
export function refuseFlood(teller: 'colleague' | 'visitor', waiting: number): Rejection | null {
  const full = teller === 'visitor' && waiting >= MOST_OPEN_FROM_OUTSIDE;
  return full ? reject('barriere.tooManyOpen', { limit: MOST_OPEN_FROM_OUTSIDE }) : null;
}
