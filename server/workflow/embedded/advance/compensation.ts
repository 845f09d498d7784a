import { elementOf } from '../model.js';
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
  const scopes = scopesOf(run, thrower);
  for (const compensation of run.state.compensations ?? []) {
    const meant = activityId === null || compensation.elementId === activityId;
    if (meant && scopes.includes(compensation.scopeKey)) call(run, thrower, compensation);
  }
  goOnWhenDone(run, thrower.key);
}

/** A handler has ended. */
export function handlerLeft(run: Run, handlerKey: Key): void {
  const compensation = run.state.compensations?.find((candidate) => candidate.handlerKey === handlerKey);
  if (compensation?.thrownBy !== undefined) goOnWhenDone(run, compensation.thrownBy);
}

function call(run: Run, thrower: ElementInstance, compensation: Compensation): void {
  if (compensation.thrownBy !== undefined) return;
  compensation.thrownBy = thrower.key;
  const { compensatedBy } = elementOf(run.model, compensation.elementId);
  if (compensation.calls === 'handler' && compensatedBy !== null) {
    passBoundary(run, compensatedBy.boundaryId);
    const handler = elementOf(run.model, compensatedBy.handlerId);
    compensation.handlerKey = putToken(run, handler, scopeOf(run, thrower)).key;
  }
  for (const inner of compensableIn(run, compensation.elementKey)) call(run, thrower, inner);
}

// The event at the boundary of the activity only shows that it is undone.
function passBoundary(run: Run, elementId: string): void {
  const key = run.nextKey();
  run.effects.push({ kind: 'elementEntered', key, elementId });
  run.effects.push({ kind: 'elementEnded', key, elementId, outcome: 'completed' });
}

function goOnWhenDone(run: Run, throwerKey: Key): void {
  const undone = new Set<Compensation>();
  for (const compensation of run.state.compensations ?? []) {
    if (compensation.thrownBy === throwerKey && isUndone(run, compensation)) undone.add(compensation);
  }
  keepCompensations(
    run,
    (run.state.compensations ?? []).filter((compensation) => !undone.has(compensation)),
  );
  const waits = run.state.compensations?.some(({ thrownBy }) => thrownBy === throwerKey) === true;
  const thrower = run.state.instances[throwerKey];
  if (!waits && thrower !== undefined) complete(run, thrower);
}

function isUndone(run: Run, { elementKey, handlerKey }: Compensation): boolean {
  const ended = handlerKey === undefined || run.state.instances[handlerKey] === undefined;
  return ended && compensableIn(run, elementKey).every((inner) => isUndone(run, inner));
}

function scopesOf(run: Run, thrower: ElementInstance): readonly Key[] {
  const scope = scopeOf(run, thrower);
  const outer = elementAt(run, scope).kind.bpmnType === 'eventSubProcess' ? [scopeOf(run, scope).key] : [];
  return [scope.key, ...outer];
}
