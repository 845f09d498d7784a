import { escaped } from './model.js';

// Definitions of events, and the roots beside the process that they refer to.

export const timer = (kind: 'Duration' | 'Date' | 'Cycle', value: string): string =>
  `<bpmn:timerEventDefinition><bpmn:time${kind} xsi:type="bpmn:tFormalExpression">${escaped(value)}</bpmn:time${kind}></bpmn:timerEventDefinition>`;
export const message = (id: string): string => `<bpmn:messageEventDefinition messageRef="${id}" />`;
export const signal = (id: string): string => `<bpmn:signalEventDefinition signalRef="${id}" />`;
export const error = (id?: string): string => `<bpmn:errorEventDefinition${reference('errorRef', id)} />`;
export const escalation = (id?: string): string =>
  `<bpmn:escalationEventDefinition${reference('escalationRef', id)} />`;
export const terminate = '<bpmn:terminateEventDefinition />';
export const link = (name: string, id: string): string => `<bpmn:linkEventDefinition id="${id}" name="${name}" />`;
export const compensation = (id: string): string => `<bpmn:compensateEventDefinition id="${id}" />`;

/** A message whose name ends with its id; without a key it can only start a process. */
export function messageRoot(id: string, key?: string, name = `CASE.${id}`): string {
  const subscription =
    key === undefined
      ? ''
      : `<bpmn:extensionElements><zeebe:subscription correlationKey="${escaped(key)}" /></bpmn:extensionElements>`;
  return `<bpmn:message id="${id}" name="${escaped(name)}">${subscription}</bpmn:message>`;
}

export const signalRoot = (id: string, name = `CASE.${id}`): string =>
  `<bpmn:signal id="${id}" name="${escaped(name)}" />`;
export const errorRoot = (id: string, code = id): string => `<bpmn:error id="${id}" errorCode="${code}" />`;
export const escalationRoot = (id: string, code = id): string =>
  `<bpmn:escalation id="${id}" escalationCode="${code}" />`;

/** Ties a compensation boundary event to the task that undoes. */
export const association = (from: string, to: string): string =>
  `<bpmn:association id="${from}--${to}" associationDirection="One" sourceRef="${from}" targetRef="${to}" />`;

function reference(attribute: string, id?: string): string {
  return id === undefined ? '' : ` ${attribute}="${id}"`;
}
