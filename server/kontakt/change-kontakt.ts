import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { kontaktFacts } from './input.js';
import { labelOf, refuseMerged } from './kontakt.js';
import { lockKontakt, updateKontakt } from './kontakt.store.js';

const input = z.object({ ...kontaktFacts, id: z.uuid(), version: z.int() });

/** Corrects an entry of the register; every Vorgang in which it takes part shows it so at once. */
export const changeKontakt = act('kontakt.changeKontakt', input, async (tx, { id, version, ...facts }) => {
  const kontakt = await lockKontakt(tx, id);
  if (!kontakt) return reject('platform.notFound');
  const refused = refuseMerged(kontakt);
  if (refused) return refused;
  if (kontakt.version !== version) return reject('platform.stale');
  await updateKontakt(tx, id, facts);
  tx.protokoll({ objectKind: 'kontakt', objectId: id, payload: { ...facts, before: labelOf(kontakt) } });
  return { version: version + 1 };
});
