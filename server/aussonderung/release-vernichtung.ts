import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { personOf } from '../platform/transaction.js';
import { destroyLater } from './destroy-vernichtung.js';
import { refuseDestruction, requireOtherPerson, requireRequested } from './vernichtung.js';
import { lockForDestruction, lockVernichtung, saveReleased, selectedItems } from './vernichtung.store.js';

const input = z.object({ vernichtungId: z.uuid(), version: z.int() });

/**
 * The second person releases a Vernichtung. The rules are asked again for every Vorgang; one that may not be destroyed any
 * more has to be taken out first. Final: the outbox destroys Vorgang by Vorgang from now on, and proves it at the end.
 */
export const releaseVernichtung = act(
  'aussonderung.releaseVernichtung',
  input,
  async (tx, { vernichtungId, version }) => {
    const vernichtung = await lockVernichtung(tx, vernichtungId);
    if (!vernichtung) return reject('platform.notFound');
    const person = personOf(tx);
    const refused = requireRequested(vernichtung) ?? requireOtherPerson(vernichtung, person.id);
    if (refused) return refused;
    if (vernichtung.version !== version) return reject('platform.stale');
    const items = await selectedItems(tx, vernichtungId);
    const facts = await lockForDestruction(
      tx,
      items.map(({ recordId }) => recordId),
    );
    const inIt = facts.map((each) => ({ ...each, vernichtung: null }));
    const obstacle = refuseDestruction(inIt, items.length, tx.clock.today());
    if (obstacle) return obstacle;
    await saveReleased(tx, vernichtungId, tx.clock.now(), person.id);
    await destroyLater(tx, vernichtungId);
    const vorgaenge = items.map(({ aktenzeichen }) => aktenzeichen);
    tx.protokoll({ objectKind: 'vernichtung', objectId: vernichtungId, payload: { vorgaenge } });
    tx.changed('aussonderung', vernichtungId);
    return { version: version + 1, vorgaenge: items.length };
  },
);
