import { z } from 'zod';
import { reject, type Rejection } from '../contract/rejections.js';
import type { AktenvorlageKind, AktenvorlagePart } from '../contract/vorlage-views.js';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import type { Queries } from '../platform/postgres/database.js';
import { partFaults } from './aktenvorlage.js';
import { insertAktenvorlage, newestPlaces } from './aktenvorlage.store.js';
import { aktenvorlageFacts } from './input.js';
import { savePositions } from './position.store.js';

const input = z.object({ ...aktenvorlageFacts, kind: z.enum(['akte', 'vorgang']) });

/** Keeps what an Akte or a Vorgang of some kind begins with. */
export const addAktenvorlage = act('vorlage.addAktenvorlage', input, async (tx, facts) => {
  const { name, kind, parts, einheitIds } = facts;
  const refused = await refuseParts(tx, { name, kind, parts });
  if (refused) return refused;
  const id = newId();
  if (!(await insertAktenvorlage(tx, id, facts, tx.clock.now()))) return reject('vorlage.nameTaken', { name });
  if (!(await savePositions(tx, id, einheitIds))) return reject('platform.notFound');
  tx.protokoll({ objectKind: 'aktenvorlage', objectId: id, payload: { ...facts } });
  return { id };
});

/** One refusal with everything that is wrong with the parts. */
export async function refuseParts(
  queries: Queries,
  { name, kind, parts }: { name: string; kind: AktenvorlageKind; parts: readonly AktenvorlagePart[] },
): Promise<Rejection | null> {
  const known = await newestPlaces(
    queries,
    parts.map(({ dokumentvorlageId }) => dokumentvorlageId),
  );
  const reasons = partFaults(kind, parts, new Set(known.keys()));
  return reasons.length > 0 ? reject('vorlage.partsUnfit', { name, count: reasons.length }, reasons) : null;
}
