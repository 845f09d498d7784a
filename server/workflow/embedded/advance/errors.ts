import type { JsonObject } from '../json.js';
import { elementOf, type Element } from '../model.js';
import type { ElementInstance } from '../state.js';
import { elementAt, isLoopRun, scopeOf, Stuck, type Place, type Run } from './run.js';
import { trigger } from './triggers.js';

/**
 * Throws a BPMN error at an element: the nearest catcher going outwards takes it, an exact code before one that takes
 * every error. Where nobody in this process does, the processes that called it are asked. Throws `Stuck` where nobody
 * catches it at all.
 */
export function throwAt(run: Run, instance: ElementInstance, code: string, variables: JsonObject = {}): void {
  const found = errorCatcher(run, instance, code);
  if (found !== null) return trigger(run, found.at, found.event, variables);
  if (!isCaughtByCaller(run, code)) throw uncaught(code);
  // The token stays where it is: the caller ends this process together with its call activity.
  run.effects.push({ kind: 'errorPropagated', code, variables });
}

export function uncaught(code: string): Stuck {
  return new Stuck('UNHANDLED_ERROR_EVENT', {
    de: `Der Fehler „${code}“ wird im Modell nirgends abgefangen.`,
    en: `The error “${code}” is not caught anywhere in the model.`,
  });
}

interface Catcher {
  /** The element instance at which the event happens. */
  readonly at: ElementInstance;
  readonly event: Element;
}

function errorCatcher(place: Place, instance: ElementInstance, code: string): Catcher | null {
  let thrower: ElementInstance | null = instance;
  while (thrower !== null) {
    const boundary: Element | undefined = isLoopRun(place, thrower)
      ? undefined
      : catcher(place, elementAt(place, thrower).boundaryIds, code);
    if (boundary !== undefined) return { at: thrower, event: boundary };
    const scope: ElementInstance | null = thrower.parent === null ? null : scopeOf(place, thrower);
    const start = scope === null ? undefined : catcher(place, errorStarts(place, scope, thrower), code);
    if (scope !== null && start !== undefined) return { at: scope, event: start };
    thrower = scope;
  }
  return null;
}

function isCaughtByCaller({ callers = [] }: Run, code: string): boolean {
  return callers.some((caller) => {
    const call = caller.state.instances[caller.elementKey];
    return call !== undefined && errorCatcher(caller, call, code) !== null;
  });
}

function catcher({ model }: Place, ids: readonly string[], code: string): Element | undefined {
  const events = ids.map((id) => elementOf(model, id)).filter(({ event }) => event?.kind === 'error');
  const catches = (wanted: string | null) => (element: Element) =>
    element.event?.kind === 'error' && element.event.code === wanted;
  return events.find(catches(code)) ?? events.find(catches(null));
}

// What an event sub-process throws while it interrupts its scope cannot be caught by a sibling of it.
function errorStarts(place: Place, scope: ElementInstance, thrower: ElementInstance): readonly string[] {
  const inside = elementAt(place, thrower);
  if (scope.role === 'body' || inside.kind.bpmnType === 'eventSubProcess') return [];
  return elementAt(place, scope).container?.eventSubProcesses.map(({ startId }) => startId) ?? [];
}
