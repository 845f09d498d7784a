import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import type { Transaction } from '../platform/transaction.js';
import { destructionObstacles } from './vernichtung.js';
import {
  destroyVorgang,
  excludeItems,
  lockForDestruction,
  lockVernichtung,
  selectedItems,
  type SelectedItem,
} from './vernichtung.store.js';

export const DESTRUCTION_TOPIC = 'aussonderung.destroyVernichtung';

/** Lets the outbox take the next step of a released Vernichtung. */
export async function destroyLater(tx: Transaction, vernichtungId: Id): Promise<void> {
  await tx.enqueue(DESTRUCTION_TOPIC, `${vernichtungId} ${newId()}`, { vernichtungId });
}

/**
 * Destroys the next Vorgang of a released Vernichtung, one in each transaction, so that a server that is killed in the
 * middle has destroyed some of them whole and the others not at all. A Vorgang that has come under a Sperre since the
 * release stays, with the reason in the Loeschnachweis.
 */
export const destroyVernichtung = systemAct(
  'aussonderung.destroyVernichtung',
  async (tx, { vernichtungId }: { vernichtungId: Id }): Promise<{ taken: 'one' | 'none' } | Rejection> => {
    const vernichtung = await lockVernichtung(tx, vernichtungId);
    if (!vernichtung) return reject('platform.notFound');
    if (vernichtung.state !== 'released') return { taken: 'none' };
    const [next] = await selectedItems(tx, vernichtungId);
    if (!next) return { taken: 'none' };
    await destroyOne(tx, vernichtungId, next);
    tx.changed('aussonderung', vernichtungId);
    tx.changed('vorgang', next.recordId);
    return { taken: 'one' };
  },
);

async function destroyOne(tx: Transaction, vernichtungId: Id, { recordId, aktenzeichen }: SelectedItem): Promise<void> {
  const [facts] = await lockForDestruction(tx, [recordId]);
  const today = tx.clock.today();
  const obstacles = facts ? destructionObstacles({ ...facts, vernichtung: null }, today) : [];
  if (!facts) throw new Error(`The Vorgang ${recordId} of a Vernichtung is gone`);
  if (obstacles.length > 0) {
    const reason = obstacles.map(({ message }) => message.de).join(' ');
    await excludeItems(tx, vernichtungId, [recordId], reason, tx.clock.now());
    const text = { de: `Nicht vernichtet: ${reason}`, en: `Not destroyed: ${obstacles[0]?.message.en ?? ''}` };
    tx.protokoll({ objectKind: 'vorgang', objectId: recordId, payload: { vernichtungId, text } });
    return;
  }
  await destroyVorgang(tx, recordId, today);
  const text = { de: `Vorgang ${aktenzeichen} vernichtet`, en: `Case ${aktenzeichen} destroyed` };
  tx.protokoll({ objectKind: 'vorgang', objectId: recordId, payload: { vernichtungId, aktenzeichen, text } });
}
