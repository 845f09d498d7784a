import { elementOf, type Element } from '../model.js';
import type { Compensation, ElementInstance, Key } from '../state.js';
import { compensableIn, forgetCompensable, keepCompensations } from './compensable.js';
import { elementAt, isLoopRun, scopeOf, type Run } from './run.js';
import { complete, putToken } from './tokens.js';

// Measured on Zeebe 8.5.8. An activity can be undone once it is completed: by its handler, and a sub-process also by the
// handlers inside it. A throw event calls the handlers of its own scope in the order in which the activities were
// completed, all at once, a sub-process before what is inside it; inside an event sub-process also those of the scope
// around it. Handlers run in the scope of the throw event, which goes on when the last of them has ended.

/** Notes that an activity is completed. Its inner activities have been noted before it. */
export function rememberCompensable(run: Run, instance: ElementInstance): void {
  const { kind, compensatedBy, id } = elementAt(run, instance);
  if (kind.role !== 'activity') return forgetCompensable(run, instance.key);
  // A loop is undone as a whole, not run by run.
  const own = compensatedBy !== null && !isLoopRun(run, instance);
  if (!own && compensableIn(run, instance.key).length === 0) return;
  const scopeKey = scopeOf(run, instance).key;
  const noted: Compensation = {
    elementKey: instance.key,
    elementId: id,
    scopeKey,
    calls: own ? 'handler' : 'inner only',
  };
  keepCompensations(run, [...(run.state.compensations ?? []), noted]);
}

/** A throw or end event calls handlers: of one activity, or of all that were completed in its scope. */
export function compensate(run: Run, thrower: ElementInstance, activityId: string | null): void {
  for (const compensation of meantBy(run, thrower, activityId)) call(run, thrower, compensation);
}

/** An event that has nothing to call is passed at once. */
export function passesCompensation(run: Run, thrower: ElementInstance, { event }: Element): 'at once' | 'no' {
  return event?.kind === 'compensation' && meantBy(run, thrower, event.activityId).length === 0 ? 'at once' : 'no';
}

/** A handler has ended. */
export function handlerLeft(run: Run, handlerKey: Key): void {
  const compensation = run.state.compensations?.find((candidate) => candidate.handlerKey === handlerKey);
  if (compensation?.thrownBy === undefined || forgetUndone(run, compensation.thrownBy) === 'others wait') return;
  const thrower = run.state.instances[compensation.thrownBy];
  if (thrower !== undefined) complete(run, thrower);
}

function call(run: Run, thrower: ElementInstance, compensation: Compensation): void {
  compensation.thrownBy = thrower.key;
  const { compensatedBy } = elementOf(run.model, compensation.elementId);
  if (compensation.calls === 'handler' && compensatedBy !== null) {
    passBoundary(run, compensatedBy.boundaryId);
    const handler = elementOf(run.model, compensatedBy.handlerId);
    compensation.handlerKey = putToken(run, handler, scopeOf(run, thrower)).key;
  }
  for (const inner of compensableIn(run, compensation.elementKey)) {
    if (inner.thrownBy === undefined) call(run, thrower, inner);
  }
}

// The event at the boundary of the activity only shows that it is undone.
function passBoundary(run: Run, elementId: string): void {
  const key = run.nextKey();
  run.effects.push({ kind: 'elementEntered', key, elementId });
  run.effects.push({ kind: 'elementEnded', key, elementId, outcome: 'completed' });
}

function forgetUndone(run: Run, throwerKey: Key): 'all undone' | 'others wait' {
  const undone = new Set<Compensation>();
  for (const compensation of run.state.compensations ?? []) {
    if (compensation.thrownBy === throwerKey && isUndone(run, compensation)) undone.add(compensation);
  }
  keepCompensations(
    run,
    (run.state.compensations ?? []).filter((compensation) => !undone.has(compensation)),
  );
  return run.state.compensations?.some(({ thrownBy }) => thrownBy === throwerKey) === true
    ? 'others wait'
    : 'all undone';
}

function isUndone(run: Run, { elementKey, handlerKey }: Compensation): boolean {
  const ended = handlerKey === undefined || run.state.instances[handlerKey] === undefined;
  return ended && compensableIn(run, elementKey).every((inner) => isUndone(run, inner));
}

function meantBy(run: Run, thrower: ElementInstance, activityId: string | null): readonly Compensation[] {
  const scopes = scopesOf(run, thrower);
  return (run.state.compensations ?? []).filter(
    ({ scopeKey, elementId, thrownBy }) =>
      scopes.includes(scopeKey) && thrownBy === undefined && (activityId === null || elementId === activityId),
  );
}

function scopesOf(run: Run, thrower: ElementInstance): readonly Key[] {
  const scope = scopeOf(run, thrower);
  const outer = elementAt(run, scope).kind.bpmnType === 'eventSubProcess' ? [scopeOf(run, scope).key] : [];
  return [scope.key, ...outer];
}
