import type { ToldBarriere } from '../contract/barriere-views.js';
import { systemAct } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { refuseFlood } from './barriere.js';
import { countFromOutside, insertBarriere } from './barriere.store.js';

/**
 * Keeps what somebody could not use. What they wrote and how to reach them stands in the record only: the Protokoll is never
 * deleted, and it needs neither.
 */
export const tellBarriere = systemAct('barriere.tellBarriere', async (tx, told: ToldBarriere) => {
  const signedIn = tx.actor.kind === 'person';
  const refused = refuseFlood(signedIn ? 'colleague' : 'visitor', await countFromOutside(tx));
  if (refused) return refused;
  const id = newId();
  await insertBarriere(tx, { ...told, id, at: tx.clock.now(), signedIn });
  tx.protokoll({ objectKind: 'barriere', objectId: id, payload: { page: told.page } });
  return { id };
});
