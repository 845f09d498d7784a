import type { JobDefinition } from '../model.js';
import { extensionOf, idOf, nodesOf, textOf, type ModdleElement } from './moddle.js';
import type { Place } from '../elements/element-kind.js';
import { readForm } from './read-forms.js';
import { constantNumber, constantText, readNames, readValue } from './read-expression.js';
import type { Report } from './report.js';
import { parseMoment } from '../timers/timers.js';

export const SERVICE_EXTENSIONS = ['zeebe:TaskDefinition', 'zeebe:TaskHeaders', 'zeebe:IoMapping'] as const;

/**
 * A task that a worker performs. Without a task definition nobody would ever be asked: refused, as on Zeebe.
 *
 * @param alternative the extension with which the engine would do the work itself, where the task can have one
 */
export function readServiceJob(node: ModdleElement, report: Report, alternative?: string): JobDefinition | null {
  const definition = extensionOf(node, 'zeebe:TaskDefinition');
  const at = idOf(node);
  const type = textOf(definition, 'type');
  if (definition === undefined) {
    const what = ['zeebe:taskDefinition', ...(alternative === undefined ? [] : [alternative])];
    report.add('job.missing', at, { what: what.join(' / ') });
  }
  if (definition !== undefined && type === undefined)
    report.add('extension.incomplete', at, { what: 'zeebe:taskDefinition', field: 'type' });
  const typeValue = type?.startsWith('=') === false ? constantText(type) : readValue(type, at, report);
  const retries = readValue(textOf(definition, 'retries') ?? '3', at, report);
  if (typeValue === null || retries === null) return null;
  return { ...nobody, kind: 'service', type: typeValue, retries, headers: readHeaders(node, report) };
}

export const USER_EXTENSIONS = [
  'zeebe:AssignmentDefinition',
  'zeebe:FormDefinition',
  'zeebe:IoMapping',
  'zeebe:TaskHeaders',
  'zeebe:TaskSchedule',
] as const;

/** Zeebe gives user tasks to workers of this type, with one retry. */
const USER_TASK_TYPE = 'io.camunda.zeebe:userTask';

export function readUserJob(node: ModdleElement, { report, forms }: Pick<Place, 'report' | 'forms'>): JobDefinition {
  const at = idOf(node);
  const assignment = extensionOf(node, 'zeebe:AssignmentDefinition');
  const schedule = extensionOf(node, 'zeebe:TaskSchedule');
  const names = (property: string) => readNames(textOf(assignment, property), at, report);
  return {
    kind: 'user',
    type: constantText(USER_TASK_TYPE),
    retries: constantNumber(1),
    headers: readHeaders(node, report),
    assignee: textValue(textOf(assignment, 'assignee'), at, report),
    candidateGroups: names('candidateGroups'),
    candidateUsers: names('candidateUsers'),
    dueDate: dateValue(textOf(schedule, 'dueDate'), at, report),
    followUpDate: dateValue(textOf(schedule, 'followUpDate'), at, report),
    form: readForm(node, forms, report),
  };
}

const nobody = {
  assignee: null,
  candidateGroups: null,
  candidateUsers: null,
  dueDate: null,
  followUpDate: null,
  form: null,
} as const;

function textValue(text: string | undefined, at: string, report: Report) {
  return text === undefined || text.startsWith('=') ? readValue(text, at, report) : constantText(text);
}

function dateValue(text: string | undefined, at: string, report: Report) {
  if (text?.startsWith('=') === false && parseMoment(text) === null) report.add('event.timer', at, { what: text });
  return textValue(text, at, report);
}

function readHeaders(node: ModdleElement, report: Report): Readonly<Record<string, string>> {
  const headers = nodesOf(extensionOf(node, 'zeebe:TaskHeaders'), 'values');
  const read = new Map<string, string>();
  for (const header of headers) {
    const key = textOf(header, 'key');
    if (key === undefined) continue;
    if (read.has(key)) report.add('extension.twice', idOf(node), { what: `zeebe:header ${key}` });
    read.set(key, textOf(header, 'value') ?? '');
  }
  return Object.fromEntries(read);
}
