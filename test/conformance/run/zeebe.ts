import type { JsonObject } from '../../../server/workflow/embedded/json.js';
import type { Broker } from './broker.js';
import type { Answer, EngineUnderTest, OpenJob } from './engine.js';
import { createLog } from './zeebe-log.js';

// A key that partition 1 could have given: any other would be an error of transport and not an answer.
const UNKNOWN = String(2n ** 51n + 2n ** 49n);

/** The engine of a real broker, for one case. */
export function createZeebe(broker: Broker): EngineUnderTest {
  const processIds = new Set<string>();
  const resources: string[] = [];
  const log = createLog((processId) => processIds.has(processId));

  async function settled(): Promise<void> {
    await broker.settle(log.add, log.isPending);
    log.noteVariables();
  }

  async function ask(method: string, request: object): Promise<Answer> {
    const called = await broker.call(method, request);
    await settled();
    return called.kind === 'done' ? 'done' : called.answer;
  }

  const text = (variables: JsonObject) => JSON.stringify(variables);
  const jobKey = ({ key }: OpenJob) => ({ jobKey: key });

  return {
    deploy: async (files) => {
      const named = files.map((content, index) => ({
        name: `${index}.${content.includes('<decision ') ? 'dmn' : 'bpmn'}`,
        content: Buffer.from(content),
      }));
      for (const content of files) for (const id of processIdsIn(content)) processIds.add(id);
      const called = await broker.call('deployResource', { resources: named });
      if (called.kind === 'refused') return namedElements(called.message);
      resources.push(...keysIn(called.response));
      await settled();
      return 'deployed';
    },
    instant: (seconds) => new Date(broker.now() + seconds * 1000).toISOString(),
    start: (bpmnProcessId, variables) =>
      ask('createProcessInstance', { bpmnProcessId, version: -1, variables: text(variables) }),
    complete: (job, variables) => ask('completeJob', { ...jobKey(job), variables: text(variables) }),
    fail: (job, retries, seconds) =>
      ask('failJob', { ...jobKey(job), retries, retryBackOff: seconds * 1000, errorMessage: 'kaputt' }),
    throwError: (job, errorCode, variables) =>
      ask('throwError', { ...jobKey(job), errorCode, errorMessage: errorCode, variables: text(variables) }),
    publish: ({ name, key, id, seconds, variables }) =>
      ask('publishMessage', {
        name,
        correlationKey: key,
        messageId: id,
        timeToLive: seconds * 1000,
        variables: text(variables),
      }),
    broadcast: (signalName, variables) => ask('broadcastSignal', { signalName, variables: text(variables) }),
    passTime: async (seconds) => {
      await broker.moveClock(seconds * 1000);
      await settled();
    },
    resolve: async (incident, retries) => {
      if (incident.jobKey !== null) await ask('updateJobRetries', { jobKey: incident.jobKey, retries });
      return ask('resolveIncident', { incidentKey: incident.key });
    },
    setVariables: (elementId, variables, local) =>
      ask('setVariables', { elementInstanceKey: log.newest(elementId) ?? UNKNOWN, variables: text(variables), local }),
    cancel: () => ask('cancelProcessInstance', { processInstanceKey: log.oldestRoot() ?? UNKNOWN }),
    modify: (end, begin) =>
      ask('modifyProcessInstance', {
        processInstanceKey: log.oldestRoot() ?? UNKNOWN,
        terminateInstructions: end.map((id) => ({ elementInstanceKey: log.newest(id) ?? UNKNOWN })),
        activateInstructions: begin.map((elementId) => ({
          elementId,
          ancestorElementInstanceKey: '-1',
          variableInstructions: [],
        })),
      }),
    openJobs: () => log.openJobs(broker.now()),
    openIncidents: log.openIncidents,
    trace: log.trace,
    close: async () => {
      for (const key of log.roots()) await broker.call('cancelProcessInstance', { processInstanceKey: key });
      // Timers and messages would go on starting processes of a case that is over.
      for (const resourceKey of resources) await broker.call('deleteResource', { resourceKey });
      await settled();
    },
  };
}

function processIdsIn(content: string): string[] {
  return [...content.matchAll(/<bpmn:process id="([^"]+)"/g)].flatMap(([, id]) => id ?? []);
}

// `- Element: which > …` and `Element: which` head each finding of a refusal.
function namedElements(message: string): string[] {
  return [...new Set([...message.matchAll(/Element: ([^\s>]+)/g)].flatMap(([, id]) => id ?? []))];
}

function keysIn(response: unknown): string[] {
  const text = JSON.stringify(response);
  return [...text.matchAll(/"processDefinitionKey":"(\d+)"/g)].flatMap(([, key]) => key ?? []);
}
