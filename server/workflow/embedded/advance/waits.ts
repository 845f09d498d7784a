import { elementOf, type EventDefinition } from '../model.js';
import type { ElementInstance } from '../state.js';
import { after, parseCycle } from '../timers.js';
import { parseDateTime } from '../feel/parse-temporal.js';
import { instantOf } from '../feel/temporal.js';
import { optionalText, requireText } from './required.js';
import { Stuck, type Run } from './run.js';
import { awaitSignal } from './signals.js';

/**
 * Opens what an event waits for: a timer whose due time is fixed now, or a subscription whose key is fixed now.
 *
 * @param owner the element instance with which the wait ends
 * @param viewpoint the instance from which the expressions are read: a boundary event looks from outside its activity
 * @param targetId the event that will be triggered
 */
export function openWaits(run: Run, owner: ElementInstance, viewpoint: ElementInstance, targetId: string): void {
  const { event } = elementOf(run.model, targetId);
  if (event?.kind === 'timer') openTimer(run, owner, viewpoint, targetId, event);
  if (event?.kind === 'message') awaitMessage(run, owner, viewpoint, targetId, event);
  if (event?.kind === 'signal') awaitSignal(run, owner, viewpoint, targetId, event.name);
}

function openTimer(
  run: Run,
  owner: ElementInstance,
  viewpoint: ElementInstance,
  targetId: string,
  event: Extract<EventDefinition, { kind: 'timer' }>,
): void {
  const text = optionalText(run, viewpoint, event.value) ?? '';
  const cycle = event.timer === 'cycle' ? parseCycle(text) : null;
  const due = dueDate(run.now, event.timer, cycle === null ? text : cycle.interval);
  if (due === null) {
    throw new Stuck('EXTRACT_VALUE_ERROR', {
      de: `Die Zeitangabe „${event.value.source}“ ergab „${text}“ und ist nicht lesbar.`,
      en: `The time “${event.value.source}” gave “${text}”, which cannot be read.`,
    });
  }
  // R0 asks for no repetition at all.
  if (cycle?.remaining === 0) return;
  run.effects.push({
    kind: 'timerOpened',
    timer: { key: run.nextKey(), elementKey: owner.key, targetId, due, cycle },
  });
}

function dueDate(now: Date, timer: 'duration' | 'date' | 'cycle', text: string): Date | null {
  if (timer !== 'date') return after(now, text);
  const moment = parseDateTime(text);
  return moment === null ? null : new Date(instantOf(moment));
}

function awaitMessage(
  run: Run,
  owner: ElementInstance,
  viewpoint: ElementInstance,
  targetId: string,
  event: Extract<EventDefinition, { kind: 'message' }>,
): void {
  if (event.correlationKey === null) return;
  const messageName = requireText(run, viewpoint, event.name);
  const correlationKey = requireText(run, viewpoint, event.correlationKey);
  run.effects.push({
    kind: 'messageAwaited',
    subscription: { key: run.nextKey(), elementKey: owner.key, targetId, messageName, correlationKey },
  });
}
