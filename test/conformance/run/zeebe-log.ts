import type { Json, JsonObject } from '../../../server/workflow/embedded/json.js';
import { sorted, sortedObject, type InstanceTrace, type JobTrace } from '../format/trace.js';
import type { OpenIncident, OpenJob } from './engine.js';
import { numberOf, objectOf, textOf, type BrokerRecord } from './records.js';

/** What the records of a broker say about the instances of one case. */
export interface ZeebeLog {
  add(record: BrokerRecord): void;
  /** Something will still happen by itself: a due timer, a back-off that is over, a subscription on its way. */
  isPending(now: number): boolean;
  /** Jobs that have appeared see these variables. Called whenever a command has settled. */
  noteVariables(): void;
  openJobs(now: number): OpenJob[];
  openIncidents(): OpenIncident[];
  newest(elementId: string): string | undefined;
  oldestRoot(): string | undefined;
  roots(): string[];
  trace(): InstanceTrace[];
}

interface Instance {
  readonly process: string;
  readonly path: string[];
  readonly jobs: JobTrace[];
  readonly incidents: string[];
  readonly called: boolean;
  end: InstanceTrace['end'];
}

interface Job {
  trace: JobTrace;
  readonly elementKey: string;
  state: 'open' | 'failed' | 'closed';
  readyAt: number;
}

const MARKS: Readonly<Record<string, string>> = {
  ELEMENT_ACTIVATED: '>',
  ELEMENT_COMPLETED: '<',
  ELEMENT_TERMINATED: 'x',
};

/** @param mine whether a process id belongs to the case */
export function createLog(mine: (processId: string) => boolean): ZeebeLog {
  const instances = new Map<string, Instance>();
  const scopes = new Map<string, { elementId: string; parent: string }>();
  const active: { key: string; elementId: string }[] = [];
  const variables = new Map<string, Record<string, Json>>();
  const jobs = new Map<string, Job>();
  const incidents = new Map<string, OpenIncident>();
  const timers = new Map<string, number>();
  const messages = new Map<string, number>();
  const moving = new Set<string>();

  const visible = (elementKey: string): JsonObject => {
    const parent = scopes.get(elementKey)?.parent;
    return { ...(parent === undefined ? {} : visible(parent)), ...variables.get(elementKey) };
  };

  function element(key: string, intent: string, value: BrokerRecord['value']): void {
    if (textOf(value, 'bpmnElementType') === 'SEQUENCE_FLOW') return;
    const elementId = textOf(value, 'elementId');
    const instanceKey = textOf(value, 'processInstanceKey');
    if (intent === 'ELEMENT_ACTIVATING') {
      scopes.set(key, { elementId, parent: textOf(value, 'flowScopeKey') });
      active.push({ key, elementId });
      if (key === instanceKey) {
        const called = numberOf(value, 'parentProcessInstanceKey') > 0;
        const process = textOf(value, 'bpmnProcessId');
        instances.set(key, { process, path: [], jobs: [], incidents: [], called, end: 'running' });
      }
    }
    const mark = MARKS[intent];
    if (mark === undefined) return;
    instances.get(instanceKey)?.path.push(`${mark} ${elementId}`);
    if (mark === '>') return;
    active.splice(
      active.findIndex((one) => one.key === key),
      1,
    );
    const instance = instances.get(key);
    if (instance !== undefined) instance.end = mark === '<' ? 'completed' : 'terminated';
  }

  function work(key: string, intent: string, value: BrokerRecord['value']): void {
    if (intent === 'CREATED') {
      const trace = jobTrace(value);
      const instance = instances.get(textOf(value, 'processInstanceKey'));
      jobs.set(key, { trace, elementKey: textOf(value, 'elementInstanceKey'), state: 'open', readyAt: 0 });
      instance?.jobs.push(trace);
    }
    const job = jobs.get(key);
    if (job === undefined) return;
    if (['COMPLETED', 'CANCELED', 'ERROR_THROWN'].includes(intent)) job.state = 'closed';
    if (intent === 'FAILED' || intent === 'RETRIES_UPDATED') {
      job.trace = { ...job.trace, retries: numberOf(value, 'retries') };
      job.readyAt = intent === 'FAILED' ? numberOf(value, 'recurringTime') : job.readyAt;
      job.state = intent === 'FAILED' && job.readyAt > 0 ? 'failed' : 'open';
    }
    if (intent === 'RECURRED_AFTER_BACKOFF') job.state = 'open';
  }

  function incident(key: string, intent: string, value: BrokerRecord['value']): void {
    if (intent === 'RESOLVED') incidents.delete(key);
    if (intent !== 'CREATED') return;
    const elementKey = textOf(value, 'elementInstanceKey');
    // An error that nobody catches has no element in the record, but the instance of one.
    const at = scopes.get(elementKey)?.elementId ?? textOf(value, 'elementId');
    const type = textOf(value, 'errorType');
    const jobKey = numberOf(value, 'jobKey') > 0 ? textOf(value, 'jobKey') : null;
    incidents.set(key, { key, at, type, elementKey, jobKey });
    instances.get(textOf(value, 'processInstanceKey'))?.incidents.push(`${type} ${at}`);
  }

  function waits({ valueType, key, intent, value }: BrokerRecord): void {
    const id = String(key);
    if (valueType === 'TIMER' && intent === 'CREATED') timers.set(id, numberOf(value, 'dueDate'));
    if (valueType === 'TIMER' && (intent === 'TRIGGERED' || intent === 'CANCELED')) timers.delete(id);
    if (valueType === 'MESSAGE' && intent === 'PUBLISHED') messages.set(id, numberOf(value, 'deadline'));
    if (valueType === 'MESSAGE' && intent === 'EXPIRED') messages.delete(id);
    const way = `${textOf(value, 'elementInstanceKey')} ${textOf(value, 'messageName')}`;
    if (valueType === 'PROCESS_MESSAGE_SUBSCRIPTION') {
      if (intent === 'CREATING' || intent === 'DELETING') moving.add(way);
      if (intent === 'CREATED' || intent === 'DELETED') moving.delete(way);
    }
    if (valueType === 'MESSAGE_SUBSCRIPTION') {
      if (intent === 'CORRELATING') moving.add(`${way} correlates`);
      if (intent === 'CORRELATED' || intent === 'REJECTED' || intent === 'DELETED') moving.delete(`${way} correlates`);
    }
  }

  return {
    add: (record) => {
      const { recordType, valueType, key, intent, value } = record;
      if (recordType !== 'EVENT') return;
      if (valueType === 'MESSAGE' || mine(textOf(value, 'bpmnProcessId')) || valueType === 'TIMER') waits(record);
      if (valueType === 'VARIABLE' && mine(textOf(value, 'bpmnProcessId'))) {
        const scope = textOf(value, 'scopeKey');
        const written = { [textOf(value, 'name')]: JSON.parse(textOf(value, 'value')) as Json };
        variables.set(scope, { ...variables.get(scope), ...written });
      }
      if (!mine(textOf(value, 'bpmnProcessId'))) return;
      if (valueType === 'PROCESS_INSTANCE') element(String(key), intent, value);
      if (valueType === 'JOB') work(String(key), intent, value);
      if (valueType === 'INCIDENT') incident(String(key), intent, value);
    },
    isPending: (now) =>
      moving.size > 0 ||
      [...timers.values(), ...messages.values()].some((due) => due <= now) ||
      [...jobs.values()].some(({ state, readyAt }) => state === 'failed' && readyAt <= now),
    noteVariables: () => {
      for (const [key, job] of jobs) {
        if (job.trace.variables !== undefined || job.state === 'closed') continue;
        const seen: JobTrace = { ...job.trace, variables: sortedObject(visible(job.elementKey)) };
        for (const { jobs: list } of instances.values()) {
          const at = list.indexOf(job.trace);
          if (at >= 0) list[at] = seen;
        }
        jobs.set(key, { ...job, trace: seen });
      }
    },
    openJobs: () =>
      [...jobs].flatMap(([key, { trace, elementKey, state }]) =>
        state === 'open' && trace.retries > 0
          ? [{ ...trace, variables: sortedObject(visible(elementKey)), key, elementKey }]
          : [],
      ),
    openIncidents: () => [...incidents.values()],
    newest: (elementId) => active.findLast((one) => one.elementId === elementId)?.key,
    oldestRoot: () => [...instances].find(([, { called, end }]) => !called && end === 'running')?.[0],
    roots: () => [...instances].flatMap(([key, { called, end }]) => (!called && end === 'running' ? [key] : [])),
    trace: () =>
      [...instances].map(([key, { process, path, jobs: made, incidents: raised, end }]) => ({
        process,
        path,
        jobs: made,
        incidents: raised,
        end,
        variables: sortedObject(variables.get(key) ?? {}),
      })),
  };
}

const ASSIGNMENT = /^io\.camunda\.zeebe:(assignee|candidateGroups|candidateUsers|dueDate|followUpDate)$/;

// The broker carries what is said about people and dates as headers; lists are JSON in a text.
function jobTrace(value: BrokerRecord['value']): JobTrace {
  const headers = Object.entries(objectOf(value, 'customHeaders'));
  const own = headers.filter(([name]) => !name.startsWith('io.camunda.zeebe:'));
  const set = headers.flatMap(([name, text]): [string, Json][] => {
    const field = ASSIGNMENT.exec(name)?.[1];
    // An empty list names nobody, as no list does.
    if (field === undefined || typeof text !== 'string' || text === '[]') return [];
    return [[field, field.startsWith('candidate') ? sorted(JSON.parse(text) as Json) : text]];
  });
  return {
    at: textOf(value, 'elementId'),
    type: textOf(value, 'type'),
    retries: numberOf(value, 'retries'),
    headers: sortedObject(Object.fromEntries(own)) as Record<string, string>,
    ...(set.length === 0 ? {} : { assignment: sortedObject(Object.fromEntries(set)) }),
  };
}
