import { escaped, node, type Node, type Part } from './model.js';

/** Extensions of an element: `input('=a', 'b')`, `header('k', 'v')`, or any Zeebe element. */
type Extensions = readonly string[];

export const input = (source: string, target: string): string =>
  `<zeebe:input source="${escaped(source)}" target="${target}" />`;
export const output = (source: string, target: string): string =>
  `<zeebe:output source="${escaped(source)}" target="${target}" />`;
export const header = (key: string, value: string): string => `<zeebe:header key="${key}" value="${escaped(value)}" />`;
export const definition = (type: string, retries?: string): string =>
  `<zeebe:taskDefinition type="${escaped(type)}"${retries === undefined ? '' : ` retries="${escaped(retries)}"`} />`;

/** A task of a worker whose job type ends with its id. */
export const service = (id: string, extensions: Extensions = [], inner = ''): Node =>
  node('serviceTask', id, { extensions: [definition(`CASE.${id}`), ...extensions], inner });
export const job = (tag: string, id: string, extensions: Extensions = [], inner = ''): Node =>
  node(tag, id, { extensions, inner });
export const user = (id: string, extensions: Extensions = [], inner = ''): Node =>
  node('userTask', id, { extensions, inner });
export const script = (id: string, expression: string, result: string, extensions: Extensions = []): Node =>
  node('scriptTask', id, {
    extensions: [`<zeebe:script expression="${escaped(expression)}" resultVariable="${result}" />`, ...extensions],
  });
export const rule = (id: string, decision: string, result: string, extensions: Extensions = []): Node =>
  node('businessRuleTask', id, {
    extensions: [
      `<zeebe:calledDecision decisionId="${escaped(decision)}" resultVariable="${result}" />`,
      ...extensions,
    ],
  });
export const call = (id: string, processId: string, attributes = '', extensions: Extensions = [], inner = ''): Node =>
  node('callActivity', id, {
    extensions: [`<zeebe:calledElement processId="${escaped(processId)}" ${attributes}/>`, ...extensions],
    inner,
  });
export const receive = (id: string, message: string): Node =>
  node('receiveTask', id, { attributes: `messageRef="${message}"` });

export const start = (id = 'start', event = '', extensions: Extensions = []): Node =>
  node('startEvent', id, { inner: event, extensions });
/** Starts an event sub-process without ending what runs beside it. */
export const sideStart = (id: string, event: string, extensions: Extensions = []): Node =>
  node('startEvent', id, { inner: event, extensions, attributes: 'isInterrupting="false"' });
export const end = (id = 'end', event = '', extensions: Extensions = []): Node =>
  node('endEvent', id, { inner: event, extensions });
export const catching = (id: string, event: string, extensions: Extensions = []): Node =>
  node('intermediateCatchEvent', id, { inner: event, extensions });
export const throwing = (id: string, event = '', extensions: Extensions = []): Node =>
  node('intermediateThrowEvent', id, { inner: event, extensions });
export const boundary = (id: string, at: string, event: string, extensions: Extensions = []): Node =>
  node('boundaryEvent', id, { inner: event, extensions, attributes: `attachedToRef="${at}"` });
/** A boundary event that leaves its activity running. */
export const sideBoundary = (id: string, at: string, event: string, extensions: Extensions = []): Node =>
  node('boundaryEvent', id, { inner: event, extensions, attributes: `attachedToRef="${at}" cancelActivity="false"` });

export const exclusive = (id: string, defaultFlow?: string): Node => gateway('exclusiveGateway', id, defaultFlow);
export const inclusive = (id: string, defaultFlow?: string): Node => gateway('inclusiveGateway', id, defaultFlow);
export const parallel = (id: string): Node => node('parallelGateway', id);
export const eventBased = (id: string): Node => node('eventBasedGateway', id);

export const subProcess = (id: string, parts: readonly Part[], extensions: Extensions = [], inner = ''): Node =>
  node('subProcess', id, { parts, extensions, inner });
export const eventSubProcess = (id: string, parts: readonly Part[]): Node =>
  node('subProcess', id, { parts, attributes: 'triggeredByEvent="true"' });

/** Multi-instance: attributes of `zeebe:loopCharacteristics`, order, completion condition. */
export function loop(attributes: string, order: 'parallel' | 'sequential' = 'parallel', until?: string): string {
  const condition =
    until === undefined
      ? ''
      : `<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">${escaped(until)}</bpmn:completionCondition>`;
  return `<bpmn:multiInstanceLoopCharacteristics isSequential="${order === 'sequential'}"><bpmn:extensionElements><zeebe:loopCharacteristics ${attributes} /></bpmn:extensionElements>${condition}</bpmn:multiInstanceLoopCharacteristics>`;
}

function gateway(tag: string, id: string, defaultFlow?: string): Node {
  return node(tag, id, { attributes: defaultFlow === undefined ? '' : `default="${defaultFlow}"` });
}
