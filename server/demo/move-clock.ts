import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';

const DAY = 86_400_000;
// The longest Aufbewahrungsfrist of the demo is 30 years; further than that nothing new can be seen.
const AT_MOST_DAYS = 40 * 366;

/**
 * Moves the demo's clock forward, so that a Frist or the end of an Aufbewahrungsfrist can be seen today. Refused in a
 * productive Mandant.
 */
export function createMoveClock(advance: (milliseconds: number) => void) {
  return act('demo.moveClock', z.object({ days: z.int().min(1).max(AT_MOST_DAYS) }), async (tx, { days }) => {
    const [mandant] = await tx.query<{ kind: string }>(`SELECT kind FROM mandant WHERE mandant_id = $1`, [
      tx.mandantId,
    ]);
    if (mandant?.kind !== 'demo') return reject('demo.notADemo');
    const milliseconds = days * DAY;
    // After the commit, and so once: a repeated transaction would move the clock again, a failed one for nothing.
    tx.afterCommit(() => advance(milliseconds));
    tx.protokoll({ objectKind: 'mandant', objectId: tx.mandantId, payload: { days } });
    tx.changed('clock', tx.mandantId);
    return { now: new Date(tx.clock.now().getTime() + milliseconds).toISOString() };
  });
}
