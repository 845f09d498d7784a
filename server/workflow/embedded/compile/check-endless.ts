import type { Element } from '../model.js';
import type { Report } from './report.js';

type Elements = ReadonlyMap<string, Element>;

/**
 * Refuses a circle in which nobody is waited for and no variable changes, so that every round ends like the one before:
 * tasks and events that are only passed, and the gateways between them. Zeebe refuses the same circles.
 */
export function checkEndless(elements: Elements, report: Report): void {
  const told = new Set<string>();
  for (const start of elements.values()) {
    if (!isPassed(start) || told.has(start.id)) continue;
    const circle = circleFrom(start, elements);
    if (circle === null) continue;
    for (const id of circle) told.add(id);
    report.add('flow.endless', start.id, { what: [...circle, start.id].join(' → ') });
  }
}

/** The ids on the shortest way from an element back to itself; null where there is none. */
function circleFrom(start: Element, elements: Elements): readonly string[] | null {
  const cameFrom = new Map<string, string>();
  const open = [start];
  for (const element of open) {
    for (const { targetId } of element.outgoing) {
      const target = elements.get(targetId);
      if (targetId === start.id) return wayTo(element.id, start.id, cameFrom);
      if (target === undefined || cameFrom.has(targetId) || !(isPassed(target) || isGateway(target))) continue;
      cameFrom.set(targetId, element.id);
      open.push(target);
    }
  }
  return null;
}

function wayTo(last: string, first: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const way = [last];
  for (let id = last; id !== first;) {
    id = cameFrom.get(id) ?? first;
    way.unshift(id);
  }
  return way;
}

function isPassed({ kind, job }: Element): boolean {
  const passes = ['bpmn:Task', 'bpmn:ManualTask', 'bpmn:IntermediateThrowEvent'].includes(kind.bpmnType);
  return passes && job === null;
}

function isGateway({ kind }: Element): boolean {
  return kind.role === 'gateway' && kind.bpmnType !== 'bpmn:EventBasedGateway';
}
