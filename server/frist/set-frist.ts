import { z } from 'zod';
import { lockOpenVorgang } from '../akte/lock-open-vorgang.js';
import { germanDay } from '../contract/german-day.js';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { calendarDay, optionalLine, reason } from '../platform/typed-text.js';
import { restsAlready } from './frist.js';
import { fristOf, saveFrist } from './frist.store.js';

const input = z.object({
  ...{ vorgangId: z.uuid(), version: z.int(), frist: calendarDay(), grundlage: optionalLine(200), reason },
  mostExtensions: z.int().min(0).max(100).nullable(),
  mostDays: z.int().min(1).max(3_650).nullable(),
});

/**
 * Says by when a Vorgang must be finished, by which rule, and how far the day may be moved later. A Frist that is set anew
 * counts its extensions from the beginning; those before it stay in the Protokoll.
 */
export const setFrist = act(
  'frist.setFrist',
  input,
  async (tx, { vorgangId, version, frist, grundlage, mostExtensions, mostDays, reason }) => {
    const vorgang = await lockOpenVorgang(tx, vorgangId);
    if (isRejection(vorgang)) return vorgang;
    const own = await fristOf(tx, vorgangId);
    if (own.restsSince !== null) return restsAlready(own.restsSince);
    if (own.version !== version) return reject('platform.stale');
    const next = { ...own, frist, grundlage, extensions: 0, mostExtensions, mostDays };
    const saved = await saveFrist(tx, tx.mandantId, next, null);
    const by = grundlage === '' ? '' : ` (${grundlage})`;
    tx.protokoll({
      objectKind: 'vorgang',
      objectId: vorgangId,
      payload: {
        ...{ before: own.frist, frist, grundlage, mostExtensions, mostDays, reason },
        text: {
          de: `Frist ${germanDay(frist)}${by} gesetzt. Grund: ${reason}`,
          en: `Deadline ${frist}${by} set. Reason: ${reason}`,
        },
      },
    });
    tx.changed('vorgang', vorgangId);
    return { version: saved };
  },
);
