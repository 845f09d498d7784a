import { z } from 'zod';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { kontaktFacts } from './input.js';
import { labelOf } from './kontakt.js';
import { insertKontakt } from './kontakt.store.js';

/** Adds somebody to the register. A second entry of one name is allowed: two people may have it; the page shows both. */
export const addKontakt = act('kontakt.addKontakt', z.object(kontaktFacts), async (tx, facts) => {
  const id = newId();
  await insertKontakt(tx, id, facts, tx.clock.now());
  tx.protokoll({ objectKind: 'kontakt', objectId: id, payload: { ...facts, label: labelOf(facts) } });
  return { id };
});
