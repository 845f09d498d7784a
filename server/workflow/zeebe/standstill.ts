import type { Transaction } from '../../platform/transaction.js';
import { elementOf } from '../embedded/model.js';
import { raiseIncident } from './incidents.js';
import { recordEvent, seenElements } from './store/event.store.js';
import { hasIncident, takeStandstill } from './store/incident.store.js';
import type { ZeebeInstance } from './store/instance.store.js';
import { waitingPlaces } from './waiting-places.js';
import type { ZeebeParts } from './zeebe-parts.js';

// Between two jobs a token needs milliseconds; a cluster that catches up after an outage needs a minute.
export const PATIENCE_MILLISECONDS = 600_000;

/**
 * Makes an incident of an instance that should have gone on long ago: it lives, no job is open, and by its model it waits
 * for nothing. A fault that the cluster itself has found (an expression, a mapping, an error that nobody catches, a
 * decision that is not there) shows in no other way, since it tells its incidents to exporters only.
 */
export async function noticeStandstill(
  tx: Transaction,
  { models, projector }: ZeebeParts,
  instance: ZeebeInstance,
): Promise<void> {
  const seen = await seenElements(tx, instance.key, instance.processId);
  const last = seen.at(-1);
  if (!last || last.movedAt.getTime() > tx.clock.now().getTime() - PATIENCE_MILLISECONDS) return;
  if (await hasIncident(tx, instance.key)) return;
  const { model } = await models.of(tx, instance.definitionKey);
  const places = seen.map(({ elementId, enteredAt, leftAt }) => ({
    elementId,
    enteredAt: enteredAt.getTime(),
    leftAt: leftAt?.getTime() ?? null,
  }));
  if (waitingPlaces(model, places).length > 0) return;
  const name = model.elements.has(last.elementId) ? elementOf(model, last.elementId).name : '';
  const place = name === '' ? last.elementId : name;
  await raiseIncident(tx, projector, instance, {
    ...{ elementKey: last.elementKey, elementId: last.elementId, jobKey: null },
    type: 'STANDS_STILL',
    message: {
      de: `Der Ablauf steht still: Nach „${place}“ hat Zeebe keinen Schritt mehr gemeldet, und nach dem Modell wartet er auf nichts. Die Störung in den Werkzeugen von Zeebe auflösen oder den Ablauf beenden.`,
      en: `The process stands still: after "${place}" Zeebe has reported no further step, and by its model it waits for nothing. Resolve the incident with the tools of Zeebe, or cancel the process.`,
    },
  });
}

/** Something has moved after all: the incident goes by itself. */
export async function clearStandstill(tx: Transaction, instanceKey: string): Promise<void> {
  const taken = await takeStandstill(tx, instanceKey);
  if (!taken) return;
  const { key, elementKey, elementId } = taken;
  await recordEvent(tx, { instanceKey, elementKey, elementId, kind: 'resolved', at: tx.clock.now(), detail: { key } });
}
