import { randomBytes } from 'node:crypto';
import { isRejection } from '../../server/contract/rejections.js';
import { newId } from '../../server/platform/ids.js';
import type { Transaction } from '../../server/platform/transaction.js';
import { bpmn } from '../../server/workflow/embedded/bpmn.testing.js';
import { createEmbeddedEngine, createEngineLoops, type EmbeddedEngine } from '../../server/workflow/embedded/index.js';
import { listIncidents } from '../../server/workflow/incident.queries.js';
import type { CreatedTask, JobWorkers, Projector, Variables } from '../../server/workflow/process-engine.js';
import {
  createRoutedEngine,
  createZeebeEngine,
  openNodeGateway,
  type ZeebeEngine,
} from '../../server/workflow/zeebe/index.js';
import { GatewayFailure, type FailureKind, type Gateway } from '../../server/workflow/zeebe/gateway.js';
import { eventually } from './api-client.js';
import { openWorkbench, type Workbench } from './workbench.js';

export interface ZeebeBenchOptions {
  readonly workers?: JobWorkers;
  readonly newInstances?: 'zeebe' | 'embedded';
  /** A bench of before, whose database and tasks this one goes on with. */
  readonly on?: ZeebeBench;
  readonly userTaskLeaseMilliseconds?: number;
  readonly waitMilliseconds?: number;
  /** `by hand`: only what a test settles happens. `running`: pollers, sender and workers run as in the server. */
  readonly loops?: 'by hand' | 'running';
  /** Told of every answer that the cluster refused, by its kind. */
  readonly onFailure?: (kind: FailureKind) => void;
}

/** The adapter on a real broker and a real PostgreSQL, with a list of tasks in place of the inbox. */
export interface ZeebeBench {
  readonly bench: Workbench;
  readonly engine: EmbeddedEngine;
  readonly zeebe: ZeebeEngine;
  /** Open user tasks, by the key of their job. */
  readonly tasks: Map<string, CreatedTask>;
  inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Puts a process into force that its own message starts; `content` follows the start event `start`. */
  deploy(content: string, roots?: string): Promise<OwnProcess>;
  /** Starts an instance for a new business key and returns that. */
  begin(process: OwnProcess, variables?: Variables): Promise<string>;
  /** Works until nothing is due and `condition` holds. */
  until<T>(condition: () => Promise<T | false> | T | false, what: string): Promise<T>;
  /** The open task of a business key. */
  taskOf(businessKey: string): Promise<CreatedTask>;
  incidents(): Promise<{ elementId: string; message: { de: string; en: string }; key: string }[]>;
  query<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export interface OwnProcess {
  readonly processId: string;
  readonly message: string;
  readonly xml: string;
}

export async function openZeebeBench(address: string, options: ZeebeBenchOptions = {}): Promise<ZeebeBench> {
  const bench = options.on?.bench ?? (await openWorkbench());
  const { database, runner, clock, system } = bench;
  const tasks = options.on?.tasks ?? new Map<string, CreatedTask>();
  const projector = listing(tasks);
  const workers = options.workers ?? {};
  const embedded = createEmbeddedEngine({ projector, workers, onWork: () => undefined });
  const loops = createEngineLoops({ database, runner, clock, engine: embedded });
  const { userTaskLeaseMilliseconds = 600_000, waitMilliseconds = 30_000 } = options;
  const zeebe = createZeebeEngine({
    ...{ database, runner, clock, projector, workers, models: embedded.parts.models },
    newInstances: options.newInstances ?? 'zeebe',
    open: async () => listenedTo(await openNodeGateway({ address, transport: 'plain' }), options.onFailure),
    polling: { userTaskLeaseMilliseconds, waitMilliseconds },
  });
  if (options.loops === 'running') zeebe.start();
  else zeebe.link.start();
  await zeebe.link.ready();
  const engine = createRoutedEngine(embedded, zeebe.parts);
  const inTransaction: ZeebeBench['inTransaction'] = async (work) => {
    const result = await runner.transaction(system, async (tx) => ({ value: await work(tx) }));
    if (isRejection(result)) throw new Error(result.message.en);
    return result.value;
  };
  const settle = async () => {
    while ((await zeebe.drain()) + (await loops.drain()) > 0);
  };
  const until: ZeebeBench['until'] = (condition, what) =>
    eventually(async () => {
      if (options.loops !== 'running') await settle();
      return condition();
    }, what);
  return {
    ...{ bench, engine, zeebe, tasks, inTransaction, until },
    deploy: async (content, roots = '') => {
      const own = ownProcess(content, roots);
      const deployed = await inTransaction((tx) => engine.deploy(tx, { xml: own.xml }));
      if (isRejection(deployed)) throw new Error(JSON.stringify(deployed));
      return own;
    },
    begin: async ({ message }, variables = {}) => {
      const businessKey = newId();
      const published = { name: message, correlationKey: businessKey, messageId: newId(), ttlMs: 3_600_000 };
      await inTransaction((tx) => engine.publish(tx, { ...published, variables: { ...variables, businessKey } }));
      return businessKey;
    },
    taskOf: (businessKey) =>
      until(
        () => [...tasks.values()].find(({ variables }) => variables['businessKey'] === businessKey) ?? false,
        `a task of ${businessKey}`,
      ),
    incidents: () => inTransaction((tx) => listIncidents(tx)),
    query: (sql, parameters) => inTransaction((tx) => tx.query(sql, parameters)),
    close: async () => {
      await zeebe.stop();
      if (!options.on) await bench.close();
    },
  };
}

/** A process whose ids nobody else on the broker has: brokers are shared by spec files and outlive them. */
function ownProcess(content: string, roots: string): OwnProcess {
  const processId = `p-${randomBytes(6).toString('hex')}`;
  const message = `${processId}.begins`;
  const start = `<bpmn:startEvent id="start"><bpmn:messageEventDefinition messageRef="begins" /></bpmn:startEvent>`;
  const xml = bpmn(`${start}${content}`, `<bpmn:message id="begins" name="${message}" />${roots}`);
  return { processId, message, xml: xml.replace('<bpmn:process id="process"', `<bpmn:process id="${processId}"`) };
}

/** The gateway, with a listener for what it refuses. */
function listenedTo(gateway: Gateway, onFailure: ZeebeBenchOptions['onFailure']): Gateway {
  if (!onFailure) return gateway;
  const entries = Object.entries(gateway).map(([name, call]) => {
    const asked = async (...given: unknown[]) => {
      try {
        return await (call as (...given: unknown[]) => Promise<unknown>)(...given);
      } catch (error) {
        if (error instanceof GatewayFailure) onFailure(error.kind);
        throw error;
      }
    };
    return [name, asked] as const;
  });
  return Object.fromEntries(entries) as unknown as Gateway;
}

function listing(tasks: Map<string, CreatedTask>): Projector {
  return {
    taskCreated: (tx, task) => Promise.resolve(tx.afterCommit(() => void tasks.set(task.jobKey, task))),
    taskGone: (tx, { jobKey }) => Promise.resolve(tx.afterCommit(() => void tasks.delete(jobKey))),
    instanceEnded: () => Promise.resolve(),
    incidentRaised: () => Promise.resolve(),
  };
}
