import type { Report } from '../compile/report.js';
import { elementOf, type Element, type Model } from '../model.js';
import type { ElementInstance, State } from '../state.js';
import { targetOf, type Move } from './migration-check.js';
import { childrenOf, isLoopRun, scopeOf, Stuck, type Place, type Run } from './run.js';
import { moveSignal } from './signals.js';
import { openWaits } from './waits.js';

interface Moved {
  readonly state: State;
  readonly before: ElementInstance;
  readonly after: ElementInstance;
}

/** Lets an element instance wait for the events of the new model: the same ones under new names, no more, no less. */
export function moveWaits(run: Run, move: Move, { state, before, after }: Moved, report: Report): void {
  const old = waitsOf({ model: move.from, state }, before);
  const kept = new Set<string>();
  for (const id of old) {
    const target = keptAs(move, id, waitsOf(run, after));
    if (target !== null) kept.add(target);
    else report.add('migrate.waitClosed', id, {}, 'warning');
    if (target === id) continue;
    moveSignal(after, id, target);
    run.effects.push({ kind: 'waitMoved', elementKey: after.key, from: id, to: target });
  }
  for (const id of waitsOf(run, after)) if (!kept.has(id)) open(run, after, id, report);
}

// The event itself may be another one behind the same id.
function keptAs(move: Move, id: string, possible: readonly string[]): string | null {
  const target = targetOf(move, id);
  if (!possible.includes(target)) return null;
  return elementOf(move.to, target).event?.kind === elementOf(move.from, id).event?.kind ? target : null;
}

function open(run: Run, instance: ElementInstance, eventId: string, report: Report): void {
  const inside = elementOf(run.model, eventId).attachedToId === null;
  const opened = run.effects.length;
  try {
    openWaits(run, instance, inside ? instance : scopeOf(run, instance), eventId);
    if (run.effects.length > opened) report.add('migrate.waitOpened', eventId, {}, 'warning');
  } catch (error) {
    if (!(error instanceof Stuck)) throw error;
    report.add('migrate.wait', eventId, { cause: error.sentence.de, causeEn: error.sentence.en });
  }
}

/** The events that an element instance waits for besides its own work. */
function waitsOf(place: Place, instance: ElementInstance): readonly string[] {
  // What is not entered yet opens its waits when it is.
  if (instance.phase === 'entering' || instance.phase === 'opening') return [];
  const element = elementOf(place.model, instance.elementId);
  const boundary = isLoopRun(place, instance) ? [] : element.boundaryIds;
  const inner = instance.role === 'body' || isStarting(place, instance) ? [] : startsIn(element);
  const own = isWaiting(instance) ? ownEvents(element) : [];
  return [...boundary, ...inner, ...own].filter((id) => isAwaited(place.model, id));
}

// The event sub-processes of a scope listen from the moment its start event is left.
function isStarting(place: Place, scope: ElementInstance): boolean {
  return childrenOf(place, scope.key).some(
    ({ elementId }) => elementOf(place.model, elementId).kind.bpmnType === 'bpmn:StartEvent',
  );
}

function startsIn({ container }: Element): readonly string[] {
  return container?.eventSubProcesses.map(({ startId }) => startId) ?? [];
}

function isWaiting({ role, phase }: ElementInstance): boolean {
  return role === 'element' && phase === 'active';
}

// An event that waits for itself; the gateway waits for each of the events behind it.
function ownEvents({ id, kind, outgoing, container, attachedToId }: Element): readonly string[] {
  if (kind.bpmnType === 'bpmn:EventBasedGateway') return outgoing.map(({ targetId }) => targetId);
  return container === null && attachedToId === null ? [id] : [];
}

function isAwaited(model: Model, id: string): boolean {
  return ['timer', 'message', 'signal'].includes(elementOf(model, id).event?.kind ?? '');
}
