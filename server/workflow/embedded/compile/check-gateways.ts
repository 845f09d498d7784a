import type { Element } from '../model.js';
import type { Report } from './report.js';

type Elements = ReadonlyMap<string, Element>;

/** Checks gateways whose meaning depends on what is around them. */
export function checkGateways(elements: Elements, report: Report): void {
  for (const element of elements.values()) {
    const { id, incoming, kind } = element;
    if (kind.bpmnType === 'bpmn:InclusiveGateway' && incoming.length > 1) report.add('gateway.inclusiveJoin', id);
    if (kind.bpmnType === 'bpmn:EventBasedGateway') checkEvents(element, elements, report);
  }
}

function checkEvents({ id, outgoing }: Element, elements: Elements, report: Report): void {
  const targets = outgoing.flatMap(({ targetId }) => elements.get(targetId) ?? []);
  if (targets.length < 2 || !targets.every(isOnlyBehind)) report.add('gateway.events', id);
  const messages = targets.flatMap(({ event }) => (event?.kind === 'message' ? [event.name.source] : []));
  if (new Set(messages).size < messages.length) report.add('gateway.sameMessage', id);
}

function isOnlyBehind({ kind, event, incoming }: Element): boolean {
  const waits = ['message', 'timer', 'signal'].includes(event?.kind ?? '');
  return kind.bpmnType === 'bpmn:IntermediateCatchEvent' && waits && incoming.length === 1;
}
