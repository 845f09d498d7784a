import { elementOf, type Element, type Model } from '../embedded/model.js';

/** What was last seen of an element, in milliseconds since 1970. */
export interface SeenElement {
  readonly elementId: string;
  readonly enteredAt: number;
  /** Null while it is open. */
  readonly leftAt: number | null;
}

/**
 * Where an instance without any open job may be waiting by its model: events and called processes that lie behind what
 * it has done, before the next job. The cluster says nothing about tokens, so this is what can be known: none means that
 * the instance stands still. A place that it has passed since (a job behind it began later) does not count.
 *
 * @param seen the elements of the instance whose jobs are known
 * @returns ids of elements
 */
export function waitingPlaces(model: Model, seen: readonly SeenElement[]): string[] {
  const enteredAt = new Map(seen.map((element) => [element.elementId, element.enteredAt]));
  const places = new Set<string>();
  for (const { elementId, leftAt } of seen) {
    if (leftAt === null || !model.elements.has(elementId)) continue;
    const passed = (place: string) => jobsBehind(model, place).some((job) => (enteredAt.get(job) ?? 0) >= leftAt);
    walk(model, elementId, (element) => {
      if (element.job !== null) return 'stop';
      if (!waits(element) || passed(element.id)) return 'go on';
      places.add(element.id);
      return 'stop';
    });
  }
  return [...places];
}

const CATCHING = ['message', 'timer', 'signal'];

function waits({ kind, event }: Element): boolean {
  if (kind.bpmnType === 'bpmn:ReceiveTask' || kind.bpmnType === 'bpmn:CallActivity') return true;
  return kind.bpmnType === 'bpmn:IntermediateCatchEvent' && event !== null && CATCHING.includes(event.kind);
}

function jobsBehind(model: Model, elementId: string): string[] {
  const jobs: string[] = [];
  walk(model, elementId, (element) => {
    if (element.job === null) return 'go on';
    jobs.push(element.id);
    return 'stop';
  });
  return jobs;
}

/** Visits what a token can reach from an element, without that itself. */
function walk(model: Model, from: string, visit: (element: Element) => 'go on' | 'stop'): void {
  const visited = new Set<string>();
  const ahead = followers(model, elementOf(model, from));
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (visited.has(id)) continue;
    visited.add(id);
    const element = elementOf(model, id);
    if (visit(element) === 'go on') ahead.push(...(element.container ? starts(element) : followers(model, element)));
  }
}

/** Where a token may go from an element, also by what interrupts it, or out of the scope that ends with it. */
function followers(model: Model, element: Element): string[] {
  const { outgoing, boundaryIds, containerId, event } = element;
  const next = [...outgoing.map(({ targetId }) => targetId), ...boundaryIds];
  if (event?.kind === 'link') next.push(...linkTargets(model, event.name, element.id));
  if (next.length > 0 || containerId === null) return next;
  return followers(model, elementOf(model, containerId));
}

function starts({ container, outgoing, boundaryIds }: Element): string[] {
  const inside = container?.startId == null ? [] : [container.startId];
  // A loop over nothing passes it by.
  return [...inside, ...outgoing.map(({ targetId }) => targetId), ...boundaryIds];
}

function linkTargets(model: Model, name: string, thrower: string): string[] {
  return [...model.elements.values()].flatMap(({ id, event }) =>
    event?.kind === 'link' && event.name === name && id !== thrower ? [id] : [],
  );
}
