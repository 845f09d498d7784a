import type { JsonObject } from '../json.js';
import { elementOf, type Element } from '../model.js';
import type { ElementInstance } from '../state.js';
import { elementAt, isLoopRun, scopeOf, Stuck, type Run } from './run.js';
import { trigger } from './triggers.js';

/**
 * Throws a BPMN error at an element: the nearest catcher going outwards takes it, an exact code before one that takes
 * every error. Throws `Stuck` where nobody catches it.
 */
export function throwAt(run: Run, instance: ElementInstance, code: string, variables: JsonObject = {}): void {
  let thrower: ElementInstance | null = instance;
  while (thrower !== null) {
    const boundary: Element | undefined = isLoopRun(run, thrower)
      ? undefined
      : catcher(run, elementAt(run, thrower).boundaryIds, code);
    if (boundary !== undefined) return trigger(run, thrower, boundary, variables);
    const scope: ElementInstance | null = thrower.parent === null ? null : scopeOf(run, thrower);
    const start = scope === null ? undefined : catcher(run, errorStarts(run, scope, thrower), code);
    if (scope !== null && start !== undefined) return trigger(run, scope, start, variables);
    thrower = scope;
  }
  throw new Stuck('UNHANDLED_ERROR_EVENT', {
    de: `Der Fehler „${code}“ wird im Modell nirgends abgefangen.`,
    en: `The error “${code}” is not caught anywhere in the model.`,
  });
}

function catcher(run: Run, ids: readonly string[], code: string): Element | undefined {
  const events = ids.map((id) => elementOf(run.model, id)).filter(({ event }) => event?.kind === 'error');
  const catches = (wanted: string | null) => (element: Element) =>
    element.event?.kind === 'error' && element.event.code === wanted;
  return events.find(catches(code)) ?? events.find(catches(null));
}

// What an event sub-process throws while it interrupts its scope cannot be caught by a sibling of it.
function errorStarts(run: Run, scope: ElementInstance, thrower: ElementInstance): readonly string[] {
  const inside = elementAt(run, thrower);
  if (scope.role === 'body' || inside.kind.bpmnType === 'eventSubProcess') return [];
  return elementAt(run, scope).container?.eventSubProcesses.map(({ startId }) => startId) ?? [];
}
