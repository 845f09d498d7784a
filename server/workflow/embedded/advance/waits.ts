import { elementOf, type EventDefinition } from '../model.js';
import type { ElementInstance, OpenTimer } from '../state.js';
import { after, nextDue, parseCycle } from '../timers/timers.js';
import { optionalText, requireInstant, requireText } from './required.js';
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

type TimerEvent = Extract<EventDefinition, { kind: 'timer' }>;

function openTimer(
  run: Run,
  owner: ElementInstance,
  viewpoint: ElementInstance,
  targetId: string,
  event: TimerEvent,
): void {
  const { cycle, due } = whenDue(run, viewpoint, event);
  run.effects.push({
    kind: 'timerOpened',
    timer: { key: run.nextKey(), elementKey: owner.key, targetId, due, cycle },
  });
}

/** When a timer fires first, read now. Throws `Stuck` where its text is no time. */
export function whenDue(
  run: Run,
  viewpoint: ElementInstance,
  { timer, value }: TimerEvent,
): Pick<OpenTimer, 'cycle' | 'due'> {
  if (timer === 'date') return { cycle: null, due: requireInstant(run, viewpoint, value) };
  const text = optionalText(run, viewpoint, value) ?? '';
  const cycle = timer === 'cycle' ? parseCycle(text) : null;
  const due = timer === 'duration' ? after(run.now, text) : cycle && nextDue(cycle, run.now);
  if (due !== null) return { cycle, due };
  throw new Stuck('EXTRACT_VALUE_ERROR', {
    de: `Die Zeitangabe „${value.source}“ ergab „${text}“ und ist nicht lesbar.`,
    en: `The time “${value.source}” gave “${text}”, which cannot be read.`,
  });
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
