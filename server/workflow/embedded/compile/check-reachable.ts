import type { Element } from '../model.js';
import type { Report } from './report.js';

type Elements = ReadonlyMap<string, Element>;

/**
 * Warns about elements that no token can reach, among them everything behind a parallel gateway to which one of its flows
 * never brings a token. Where a whole scope is out of reach only the scope is named.
 */
export function checkReachable(elements: Elements, report: Report): void {
  const reached = new Set<string>();
  const arrived = new Set<string>();
  const open = [...elements.values()].filter(({ containerId }) => containerId === null);
  const reach = (element: Element | undefined) => {
    if (element === undefined || reached.has(element.id)) return;
    reached.add(element.id);
    open.push(element);
  };
  for (const element of open) {
    reached.add(element.id);
    for (const { id, targetId } of element.outgoing) {
      arrived.add(id);
      const target = elements.get(targetId);
      const waits = target?.kind.arrive !== undefined && target.incoming.some((flowId) => !arrived.has(flowId));
      if (!waits) reach(target);
    }
    for (const id of besides(element, elements)) reach(elements.get(id));
  }
  for (const { id, containerId } of elements.values()) {
    if (!reached.has(id) && containerId !== null && reached.has(containerId)) {
      report.add('element.unreachable', id, {}, 'warning');
    }
  }
}

/** Where tokens come to other than by a flow: boundary events and handlers, starts of a scope, the target of a link. */
function besides(element: Element, elements: Elements): readonly string[] {
  const { id, boundaryIds, compensatedBy, container, event } = element;
  const handler = compensatedBy === null ? [] : [compensatedBy.handlerId];
  const inside = container === null ? [] : [...elements.values()].filter((other) => other.containerId === id);
  const starts = inside.filter(({ kind }) => ['bpmn:StartEvent', 'eventSubProcess'].includes(kind.bpmnType));
  return [
    ...boundaryIds,
    ...handler,
    ...starts.map((start) => start.id),
    ...(event?.kind === 'link' ? linkTargets(element, event.name, elements) : []),
  ];
}

function linkTargets({ containerId }: Element, name: string, elements: Elements): readonly string[] {
  return [...elements.values()]
    .filter((other) => other.containerId === containerId && other.event?.kind === 'link' && other.event.name === name)
    .map(({ id }) => id);
}
