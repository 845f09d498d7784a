import type { EventDefinition } from '../model.js';
import { readCode, referenceOf } from './read-reference.js';
import { extensionOf, idOf, nodeOf, nodesOf, textOf, type ModdleElement } from './moddle.js';
import { constantText, readOnlyFeel, readValue } from './read-expression.js';
import { readCompensation } from './read-compensation.js';
import type { Report } from './report.js';
import { parseInterval } from '../timers/interval.js';
import { parseCycle, parseMoment } from '../timers/timers.js';

export type EventName = EventDefinition['kind'];

/**
 * Reads the trigger of an event. `possible` is what the element can have at its place; everything else is refused,
 * also what Zeebe accepts and passes over in silence.
 */
export function readEvent(node: ModdleElement, possible: readonly EventName[], report: Report): EventDefinition | null {
  const definitions = nodesOf(node, 'eventDefinitions');
  const [definition] = definitions;
  if (definition === undefined) return null;
  const kind = kinds[definition.$type];
  if (definitions.length > 1 || kind === undefined || !possible.includes(kind)) {
    report.add('event.unsupported', idOf(node), { what: definitions.map(({ $type }) => $type).join(', ') });
    return null;
  }
  return readers[kind](definition, node, report);
}

const kinds: Readonly<Record<string, EventName>> = {
  'bpmn:MessageEventDefinition': 'message',
  'bpmn:TimerEventDefinition': 'timer',
  'bpmn:ErrorEventDefinition': 'error',
  'bpmn:SignalEventDefinition': 'signal',
  'bpmn:EscalationEventDefinition': 'escalation',
  'bpmn:LinkEventDefinition': 'link',
  'bpmn:TerminateEventDefinition': 'terminate',
  'bpmn:CompensateEventDefinition': 'compensation',
};

type Reader = (definition: ModdleElement, node: ModdleElement, report: Report) => EventDefinition | null;

const readers: Readonly<Record<EventName, Reader>> = {
  message: (definition, node, report) =>
    readMessage(referenceOf(definition, 'message', idOf(node), report), idOf(node), report),
  timer: readTimer,
  error: (definition, node, report) => ({ kind: 'error', ...readCode(definition, node, 'error', report) }),
  signal: (definition, node, report) => {
    const text = textOf(referenceOf(definition, 'signal', idOf(node), report), 'name');
    if (text === undefined) report.add('event.incomplete', idOf(node), { what: 'signal name' });
    const name = text?.startsWith('=') ? readValue(text, idOf(node), report) : constantText(text ?? '');
    return name === null ? null : { kind: 'signal', name };
  },
  escalation: (definition, node, report) => ({
    kind: 'escalation',
    ...readCode(definition, node, 'escalation', report),
  }),
  link: (definition, node, report) => {
    const name = textOf(definition, 'name');
    // Without an id Zeebe answers the whole deployment with a Java exception.
    if (idOf(definition) === '') report.add('event.incomplete', idOf(node), { what: 'linkEventDefinition id' });
    if (name === undefined) report.add('event.incomplete', idOf(node), { what: 'link name' });
    return { kind: 'link', name: name ?? '' };
  },
  terminate: () => ({ kind: 'terminate' }),
  compensation: readCompensation,
};

/** A message with its name and, where an instance waits for it, the key that tells the instances apart. */
export function readMessage(
  message: ModdleElement | undefined,
  at: string,
  report: Report,
): Extract<EventDefinition, { kind: 'message' }> | null {
  const text = textOf(message, 'name');
  if (text === undefined) {
    report.add('event.incomplete', at, { what: 'message name' });
    return null;
  }
  const name = text.startsWith('=') ? readValue(text, at, report) : constantText(text);
  const subscription = message === undefined ? undefined : extensionOf(message, 'zeebe:Subscription');
  const key = readOnlyFeel(textOf(subscription, 'correlationKey'), at, report);
  return name === null ? null : { kind: 'message', name, correlationKey: key };
}

function readTimer(definition: ModdleElement, node: ModdleElement, report: Report): EventDefinition | null {
  for (const timer of ['duration', 'date', 'cycle'] as const) {
    const text = textOf(nodeOf(definition, properties[timer]), 'body')?.trim();
    if (text === undefined) continue;
    const fixed = !text.startsWith('=');
    if (fixed && !readable[timer](text)) {
      report.add('event.timer', idOf(node), { what: text });
      return null;
    }
    const value = fixed ? constantText(text) : readValue(text, idOf(node), report);
    return value === null ? null : { kind: 'timer', timer, value };
  }
  report.add('event.incomplete', idOf(node), { what: 'timeDuration, timeDate, timeCycle' });
  return null;
}

const properties = { duration: 'timeDuration', date: 'timeDate', cycle: 'timeCycle' } as const;

const readable = {
  duration: (text: string) => parseInterval(text) !== null,
  date: (text: string) => parseMoment(text) !== null,
  cycle: (text: string) => parseCycle(text) !== null,
} as const;
