import { z } from 'zod';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Day } from '../contract/views.js';
import { act } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { reason } from '../platform/typed-text.js';
import { fristenOf } from './aufbewahrung.queries.js';
import { eventsBelow, lockRecord, saveEvent } from './aufbewahrung.store.js';
import { effectiveFrist } from './aufbewahrungsfrist.js';
import { refuseWhileSelected } from './vernichtung.queries.js';
import { fixFristen, type RefixedVorgang } from './fix-fristen.js';
import { germanDay } from '../contract/german-day.js';

const input = z.object({
  objectKind: z.enum(['akte', 'vorgang']),
  objectId: z.uuid(),
  version: z.int().min(0),
  day: z.iso.date(),
  reason,
  shorteningReason: reason.nullable(),
});

// Nothing in an office began before it; an older day is a slip of the keyboard (0026 for 2026).
const FIRST_DAY = '1900-01-01';

/**
 * Records the event that lets an event-based Aufbewahrungsfrist begin, for a Vorgang or for all those of an Akte that have
 * none of their own. A wrong day is corrected by recording it again; where a period that runs would end earlier by that, the
 * right `aussonderung.shortenFrist` and a reason of its own are needed.
 */
export const recordEvent = act('aussonderung.recordEvent', input, async (tx, wish) => {
  const { objectKind, objectId, day, shorteningReason } = wish;
  const refusedDay = refuseDay(day, tx.clock.today());
  if (refusedDay) return refusedDay;
  await tx.requireRight('work', objectKind, objectId);
  const record = await lockRecord(tx, objectKind, objectId);
  if (!record) return reject('platform.notFound');
  if (record.state === 'abgegeben') return reject('aussonderung.alreadyTransferred');
  const selected = await refuseWhileSelected(tx, objectKind, objectId);
  if (selected) return selected;
  const concerned = await eventsBelow(tx, objectKind, objectId);
  const frists = await fristenOf(
    tx,
    concerned.map(({ id }) => id),
  );
  if (!frists.some(({ plan, akte, vorgang }) => effectiveFrist(plan, akte, vorgang).start === 'event')) {
    return reject('aussonderung.noEventAwaited', { name: record.name });
  }
  const common = { mandantId: tx.mandantId, at: tx.clock.now(), personId: personOf(tx).id };
  if (!(await saveEvent(tx, { ...wish, ...common }))) return reject('platform.stale');
  const text = {
    de: `Ereignis für die Aufbewahrungsfrist von ${record.name} am ${germanDay(day)}. Grund: ${wish.reason}`,
    en: `Event for the retention period of ${record.name} on ${germanDay(day)}. Reason: ${wish.reason}`,
  };
  tx.protokoll({ objectKind, objectId, payload: { day, reason: wish.reason, shorteningReason, text } });
  const closed = concerned.filter(({ state }) => state === 'zdA').map(({ id }) => id);
  const refixed = await fixFristen(tx, closed, text);
  const earlier = refixed.find(endsEarlier);
  if (earlier) {
    tx.require('aussonderung.shortenFrist');
    if (shorteningReason === null) {
      return reject('aussonderung.endsEarlier', {
        aktenzeichen: earlier.before.aktenzeichen,
        before: germanDay(earlier.before.aufbewahrungsende ?? ''),
      });
    }
  }
  tx.changed('aussonderung', objectId);
  if (objectKind === 'vorgang') tx.changed('vorgang', objectId);
  return { version: wish.version + 1, vorgaenge: refixed.length };
});

function refuseDay(day: Day, today: Day): Rejection | null {
  if (day > today) return reject('aussonderung.eventInFuture', { day: germanDay(day), today: germanDay(today) });
  return day < FIRST_DAY ? reject('aussonderung.eventTooOld', { day: germanDay(day) }) : null;
}

function endsEarlier({ before, aufbewahrungsende }: RefixedVorgang): boolean {
  return (
    before.aufbewahrungsende !== null && aufbewahrungsende !== null && aufbewahrungsende < before.aufbewahrungsende
  );
}
