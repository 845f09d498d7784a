import type { Element, EventDefinition } from '../model.js';
import { extensionOf, idOf, nodeOf, nodesOf, textOf, type ModdleElement } from './moddle.js';
import type { Report } from './report.js';

/** Reads what a compensation event undoes. */
export function readCompensation(definition: ModdleElement, node: ModdleElement, report: Report): EventDefinition {
  // Without an id Zeebe answers the whole deployment with a Java exception.
  if (idOf(definition) === '') report.add('event.incomplete', idOf(node), { what: 'compensateEventDefinition id' });
  if (definition.get('waitForCompletion') === false) {
    report.add('event.unsupported', idOf(node), { what: 'waitForCompletion="false"' });
  }
  return { kind: 'compensation', activityId: idOf(nodeOf(definition, 'activityRef')) || null };
}

/** Zeebe passes over the mappings of compensation events in silence. */
export function checkNoMapping(node: ModdleElement, report: Report): void {
  if (extensionOf(node, 'zeebe:IoMapping') !== undefined) {
    report.add('extension.unsupported', idOf(node), { what: 'zeebe:ioMapping' });
  }
}

/**
 * Gives the activities of a scope their handlers: boundary event → association → activity for compensation.
 *
 * @param node the process or sub-process; its elements have been read
 */
export function readHandlers(node: ModdleElement, elements: Map<string, Element>, report: Report): void {
  const links = nodesOf(node, 'artifacts').filter(({ $type }) => $type === 'bpmn:Association');
  for (const boundary of childrenIn(node, elements)) {
    if (boundary.kind.bpmnType !== 'bpmn:BoundaryEvent' || boundary.event?.kind !== 'compensation') continue;
    const targets = links
      .filter((link) => idOf(nodeOf(link, 'sourceRef')) === boundary.id)
      .map((link) => elements.get(idOf(nodeOf(link, 'targetRef'))));
    const handlers = targets.filter((target) => target?.purpose === 'compensation');
    const [handler] = handlers;
    const activity = elements.get(boundary.attachedToId ?? '');
    if (handler === undefined || handlers.length > 1) report.add('compensation.handler', boundary.id);
    else if (activity !== undefined && activity.compensatedBy !== null) report.add('compensation.twice', activity.id);
    else if (activity !== undefined) {
      elements.set(activity.id, { ...activity, compensatedBy: { boundaryId: boundary.id, handlerId: handler.id } });
    }
  }
}

function childrenIn(node: ModdleElement, elements: ReadonlyMap<string, Element>): readonly Element[] {
  return nodesOf(node, 'flowElements').flatMap((child) => elements.get(textOf(child, 'id') ?? '') ?? []);
}
