import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { isUnit } from './akte.queries.js';
import { lockAkte } from './akte.store.js';
import { changesOf } from './changes.js';
import { refuseGiven } from './given.queries.js';
import { bemerkung, betreff, medium, refuseLaufzeit, refuseStandort, standort } from './metadata.js';
import { saveAkte, type AkteFacts } from './metadata.store.js';
import { fillZusatz, zusatz } from '../zusatzfeld/fill-zusatz.js';

const input = z.object({
  ...{ akteId: z.uuid(), version: z.int(), betreff, bemerkung, medium, standort },
  ...{ federfuehrungId: z.uuid(), laufzeitBeginn: z.iso.date(), laufzeitEnde: z.iso.date().nullable() },
  zusatz: zusatz.optional(),
});

/** Changes what an Akte says of itself. Its Aktenzeichen and its position stay. */
export const editAkte = act('akte.editAkte', input, async (tx, { akteId, version, zusatz: given, ...facts }) => {
  await tx.requireRight('work', 'akte', akteId);
  const akte = await lockAkte(tx, akteId);
  if (!akte) return reject('platform.notFound');
  const wrongTime = refuseLaufzeit(facts.laufzeitBeginn, facts.laufzeitEnde, tx.clock.today());
  const refused = refuseGiven(akte) ?? refuseStandort(facts) ?? wrongTime;
  if (refused) return refused;
  if (!(await isUnit(tx, facts.federfuehrungId))) return reject('platform.notFound');
  if (akte.version !== version) return reject('platform.stale');
  const before: AkteFacts = akte;
  const filled = await fillZusatz(tx, { kind: 'akte', id: akteId }, given);
  if (isRejection(filled)) return filled;
  await saveAkte(tx, akteId, facts);
  tx.protokoll({
    objectKind: 'akte',
    objectId: akteId,
    payload: { aktenzeichen: akte.aktenzeichen, ...changesOf(before, facts, filled) },
  });
  tx.changed('akte', akteId);
  return { version: version + 1 };
});
