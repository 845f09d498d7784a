import { elementOf, type Element } from '../model.js';
import type { ElementInstance } from '../state.js';
import { elementAt, isLoopRun, scopeOf, type Place, type Run } from './run.js';

/** What is thrown upwards until somebody catches it. */
export interface Thrown {
  readonly kind: 'error' | 'escalation';
  readonly code: string;
}

export interface Catcher {
  /** The element instance at which the event happens. */
  readonly at: ElementInstance;
  readonly event: Element;
}

/**
 * Who catches what is thrown at an element: the nearest going outwards, an exact code before one that takes everything.
 * Null where nobody in this process does.
 */
export function catcherOf(place: Place, instance: ElementInstance, thrown: Thrown): Catcher | null {
  let thrower: ElementInstance | null = instance;
  while (thrower !== null) {
    const boundary: Element | undefined = isLoopRun(place, thrower)
      ? undefined
      : matching(place, elementAt(place, thrower).boundaryIds, thrown);
    if (boundary !== undefined) return { at: thrower, event: boundary };
    const scope: ElementInstance | null = thrower.parent === null ? null : scopeOf(place, thrower);
    const start = scope === null ? undefined : matching(place, startsIn(place, scope, thrower), thrown);
    if (scope !== null && start !== undefined) return { at: scope, event: start };
    thrower = scope;
  }
  return null;
}

/** The event that catches it in one of the processes that called this one. */
export function catchingCaller({ callers = [] }: Run, thrown: Thrown): Element | null {
  for (const caller of callers) {
    const call = caller.state.instances[caller.elementKey];
    const found = call === undefined ? null : catcherOf(caller, call, thrown);
    if (found !== null) return found.event;
  }
  return null;
}

function matching({ model }: Place, ids: readonly string[], { kind, code }: Thrown): Element | undefined {
  const events = ids.map((id) => elementOf(model, id));
  const catches = (wanted: string | null) => (element: Element) =>
    element.event?.kind === kind && element.event.code === wanted;
  return events.find(catches(code)) ?? events.find(catches(null));
}

// A scope that was interrupted listens to nothing any more, while the event sub-process that did it is running.
function startsIn(place: Place, scope: ElementInstance, thrower: ElementInstance): readonly string[] {
  if (scope.role === 'body' || interruptsItsScope(place, elementAt(place, thrower))) return [];
  return elementAt(place, scope).container?.eventSubProcesses.map(({ startId }) => startId) ?? [];
}

function interruptsItsScope({ model }: Place, { kind, container }: Element): boolean {
  const startId = container?.startId ?? null;
  if (kind.bpmnType !== 'eventSubProcess' || startId === null) return false;
  return elementOf(model, startId).interrupts === 'interrupting';
}
