import type { Element } from '../model.js';
import { circlesOf } from './circles.js';
import type { Report } from './report.js';

type Elements = ReadonlyMap<string, Element>;

/**
 * Refuses a circle in which nobody is waited for and no variable changes, so that every round ends like the one before:
 * tasks and events that are only passed, and the gateways between them. Zeebe refuses the same circles.
 */
export function checkEndless(elements: Elements, report: Report): void {
  const edges = new Map(
    [...elements.values()]
      .filter((element) => isPassed(element) || isGateway(element))
      .map(({ id, outgoing }) => [id, outgoing.map(({ targetId }) => targetId)]),
  );
  for (const circle of circlesOf(edges)) {
    const [first] = circle.filter((id) => elements.get(id)?.kind.role !== 'gateway').sort();
    // Gateways alone cannot do any harm but turn: that is found when it happens.
    if (first !== undefined) report.add('flow.endless', first, { what: circle.join(', ') });
  }
}

function isPassed({ kind, job }: Element): boolean {
  const passes = ['bpmn:Task', 'bpmn:ManualTask', 'bpmn:IntermediateThrowEvent'].includes(kind.bpmnType);
  return passes && job === null;
}

function isGateway({ kind }: Element): boolean {
  return kind.role === 'gateway' && kind.bpmnType !== 'bpmn:EventBasedGateway';
}
