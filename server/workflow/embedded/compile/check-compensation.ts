import type { Element } from '../model.js';
import type { Report } from './report.js';

type Elements = ReadonlyMap<string, Element>;

/**
 * Checks who undoes what. Stricter than Zeebe, which passes over a handler with sequence flows or without a caller: a
 * token would then take a way that the model does not show.
 */
export function checkCompensation(elements: Elements, report: Report): void {
  const handlers = new Set([...elements.values()].flatMap(({ compensatedBy }) => compensatedBy?.handlerId ?? []));
  for (const element of elements.values()) {
    if (element.purpose === 'compensation') checkHandler(element, handlers, report);
    if (element.event?.kind === 'compensation') checkReference(element, elements, report);
  }
}

function checkHandler(
  { id, kind, incoming, outgoing, boundaryIds }: Element,
  called: Set<string>,
  report: Report,
): void {
  if (kind.role !== 'activity') report.add('element.unsupported', id, { what: 'isForCompensation' });
  if (incoming.length + outgoing.length + boundaryIds.length > 0) report.add('compensation.flows', id);
  if (!called.has(id)) report.add('compensation.unused', id);
}

function checkReference(event: Element, elements: Elements, report: Report): void {
  if (event.event?.kind !== 'compensation' || event.event.activityId === null) return;
  const activity = elements.get(event.event.activityId);
  const undone = activity?.compensatedBy !== null || activity.kind.bpmnType === 'bpmn:SubProcess';
  const known = activity !== undefined && undone && scopesOf(event, elements).includes(activity.containerId);
  if (!known) report.add('compensation.reference', event.id, { what: event.event.activityId });
}

/** Where a throw event looks: its own scope, and around an event sub-process the scope that this belongs to. */
function scopesOf({ containerId }: Element, elements: Elements): readonly (string | null)[] {
  const container = elements.get(containerId ?? '');
  return container?.kind.bpmnType === 'eventSubProcess' ? [containerId, container.containerId] : [containerId];
}
