import type { Element } from '../model.js';
import { checkCatchers } from './check-catchers.js';
import { checkCompensation } from './check-compensation.js';
import { checkEndless } from './check-endless.js';
import { checkGateways } from './check-gateways.js';
import { checkLinks } from './check-links.js';
import type { Report } from './report.js';

type Elements = ReadonlyMap<string, Element>;

/** Checks what no single element can see: starts, flows between elements, catchers at one place. */
export function checkStructure(elements: Elements, report: Report): void {
  for (const element of elements.values()) {
    checkFlows(element, elements, report);
    checkStarts(element, elements, report);
    checkMessage(element, elements, report);
    checkBoundaries(element, elements, report);
    checkCallInLoop(element, report);
  }
  checkCatchers(elements, report);
  checkGateways(elements, report);
  checkEndless(elements, report);
  checkLinks(elements, report);
  checkCompensation(elements, report);
}

function checkFlows(element: Element, elements: Elements, report: Report): void {
  const { id, kind, incoming, outgoing } = element;
  if (incoming.length > 0 && !allows(element, 'incoming only')) {
    report.add('flow.misplaced', id, { what: 'eingehenden', whatEn: 'incoming' });
  }
  if (outgoing.length > 0 && !allows(element, 'outgoing only')) {
    report.add('flow.misplaced', id, { what: 'ausgehenden', whatEn: 'outgoing' });
  }
  for (const { id: flowId, targetId, condition } of outgoing) {
    if (elements.get(targetId)?.containerId !== element.containerId) report.add('flow.broken', flowId);
    if (condition !== null && kind.choose === undefined) report.add('flow.conditionMisplaced', flowId);
  }
  if (kind.choose !== undefined) checkChoice(element, report);
}

function allows({ kind: { flows } }: Element, direction: 'incoming only' | 'outgoing only'): boolean {
  return flows === 'both' || flows === direction;
}

function checkChoice({ id, outgoing, defaultFlowId }: Element, report: Report): void {
  for (const { id: flowId, condition } of outgoing) {
    if (flowId !== defaultFlowId && condition === null && outgoing.length > 1)
      report.add('flow.conditionMissing', flowId);
  }
  if (defaultFlowId === null) return;
  const flow = outgoing.find(({ id: flowId }) => flowId === defaultFlowId);
  if (flow === undefined || flow.condition !== null) report.add('flow.default', id);
}

function checkStarts(scope: Element, elements: Elements, report: Report): void {
  if (scope.container === null) return;
  const starts = [...elements.values()].filter(
    ({ containerId, kind }) => containerId === scope.id && kind.bpmnType === 'bpmn:StartEvent',
  );
  const plain = starts.filter(({ event }) => event === null).length;
  const isProcess = scope.containerId === null;
  if (isProcess ? starts.length === 0 || plain > 1 : starts.length !== 1) {
    report.add('start.count', scope.id, { count: isProcess && plain > 1 ? plain : starts.length });
  } else if (scope.kind.bpmnType === 'bpmn:SubProcess' && plain !== 1) {
    report.add('start.subProcess', scope.id);
  } else if (scope.kind.bpmnType === 'eventSubProcess') {
    checkTrigger(starts[0], report);
  }
}

function checkTrigger(start: Element | undefined, report: Report): void {
  if (start === undefined) return;
  const { id, event, interrupts } = start;
  if (event === null) report.add('event.incomplete', id, { what: 'message, timer, error, escalation' });
  const impossible = interrupts === 'interrupting' ? isCycle(start) : event?.kind === 'error';
  if (impossible) report.add('event.unsupported', id, { what: `${interrupts} ${event?.kind}` });
}

function isCycle({ event }: Element): boolean {
  return event?.kind === 'timer' && event.timer === 'cycle';
}

// Who waits in a running instance must say which messages are meant for it; a message that starts one must not.
function checkMessage(element: Element, elements: Elements, report: Report): void {
  const { id, event, kind, containerId } = element;
  if (event?.kind !== 'message') return;
  const container = containerId === null ? undefined : elements.get(containerId);
  const startsProcess = kind.bpmnType === 'bpmn:StartEvent' && container?.containerId === null;
  if (!startsProcess && event.correlationKey === null) {
    report.add('event.incomplete', id, { what: 'zeebe:subscription correlationKey' });
  }
}

function checkBoundaries(element: Element, elements: Elements, report: Report): void {
  const { id, kind, event, attachedToId, outgoing } = element;
  if (kind.bpmnType === 'bpmn:BoundaryEvent') {
    if (elements.get(attachedToId ?? '')?.kind.role !== 'activity') report.add('boundary.detached', id);
    const undoes = event?.kind === 'compensation';
    if (undoes && outgoing.length > 0) report.add('flow.misplaced', id, { what: 'ausgehenden', whatEn: 'outgoing' });
    if (!undoes && outgoing.length === 0) report.add('event.incomplete', id, { what: 'outgoing sequence flow' });
  }
  // Only what contains something can have an escalation leave it.
  const contains = ['bpmn:SubProcess', 'bpmn:CallActivity'].includes(
    elements.get(attachedToId ?? '')?.kind.bpmnType ?? '',
  );
  if (event?.kind === 'escalation' && kind.bpmnType === 'bpmn:BoundaryEvent' && !contains) {
    report.add('event.unsupported', id, { what: 'escalation' });
  }
}

// Every called process gets a copy of the collection and brings it back over what the others have put in (measured).
function checkCallInLoop({ id, call, multiInstance, outputs }: Element, report: Report): void {
  const collects = multiInstance !== null && multiInstance.outputCollection !== null;
  const copies = call?.parentVariables === 'all' && call.childVariables === 'all' && outputs.length === 0;
  if (collects && copies) report.add('call.loopOutput', id, { what: multiInstance.outputCollection ?? '' }, 'warning');
}
