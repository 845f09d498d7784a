import { z } from 'zod';
import { act } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import { personOf } from '../platform/transaction.js';
import { reason } from '../platform/typed-text.js';
import { refuseDestruction } from './vernichtung.js';
import { insertVernichtung, lockForDestruction } from './vernichtung.store.js';

// What one person can look through and another one can look through again.
const MOST = 1_000;

const input = z.object({ vorgangIds: z.array(z.uuid()).min(1).max(MOST), reason });

/**
 * The Registratur selects Vorgaenge to be destroyed: Aussonderungsart V, period over, no Sperre. Nothing is destroyed yet;
 * from now on they stay as they are until somebody else releases the Vernichtung, or it is withdrawn.
 */
export const requestVernichtung = act('aussonderung.requestVernichtung', input, async (tx, { vorgangIds, reason }) => {
  await tx.requireRight('work', 'vorgang', ...vorgangIds);
  const wanted = [...new Set(vorgangIds.map((id) => id.toLowerCase()))];
  const facts = await lockForDestruction(tx, wanted);
  const refused = refuseDestruction(facts, wanted.length, tx.clock.today());
  if (refused) return refused;
  const [id, mandantId, at, personId] = [newId(), tx.mandantId, tx.clock.now(), personOf(tx).id];
  await insertVernichtung(tx, { id, mandantId, reason, at, personId, vorgangIds: wanted });
  tx.protokoll({
    objectKind: 'vernichtung',
    objectId: id,
    payload: { reason, vorgaenge: facts.map(({ aktenzeichen }) => aktenzeichen) },
  });
  for (const vorgang of facts) {
    const text = { de: `Zur Vernichtung beantragt. Grund: ${reason}`, en: `Destruction requested. Reason: ${reason}` };
    tx.protokoll({ objectKind: 'vorgang', objectId: vorgang.id, payload: { vernichtungId: id, text } });
    tx.changed('vorgang', vorgang.id);
  }
  tx.changed('aussonderung', id);
  return { vernichtungId: id, version: 1 };
});
