import type { Code } from '../model.js';
import { idOf, nodeOf, textOf, type ModdleElement } from './moddle.js';
import { constantText, readValue } from './read-expression.js';
import type { Report } from './report.js';

const TYPES = {
  message: 'bpmn:Message',
  signal: 'bpmn:Signal',
  error: 'bpmn:Error',
  escalation: 'bpmn:Escalation',
} as const;

/** What an event refers to beside the process. Anything else behind the id is refused: it would look like nothing at all. */
export function referenceOf(
  definition: ModdleElement,
  kind: keyof typeof TYPES,
  at: string,
  report: Report,
): ModdleElement | undefined {
  const reference = nodeOf(definition, `${kind}Ref`);
  if (reference === undefined || reference.$type === TYPES[kind]) return reference;
  report.add('event.reference', at, { what: idOf(reference) });
  return undefined;
}

/** Reads the code of an error or an escalation. Who catches must be known from the model, so only throwing may compute it. */
export function readCode(
  definition: ModdleElement,
  node: ModdleElement,
  kind: 'error' | 'escalation',
  report: Report,
): Code {
  const at = idOf(node);
  const reference = referenceOf(definition, kind, at, report);
  const code = textOf(reference, `${kind}Code`);
  const throws = node.$type === 'bpmn:EndEvent' || node.$type === 'bpmn:IntermediateThrowEvent';
  if (reference === undefined ? throws : code === undefined)
    report.add('event.incomplete', at, { what: `${kind}Code` });
  if (code === undefined) return { code: null, thrown: null };
  if (throws) return { code: null, thrown: code.startsWith('=') ? readValue(code, at, report) : constantText(code) };
  if (code.startsWith('=')) report.add('event.unsupported', at, { what: code });
  return { code, thrown: null };
}
