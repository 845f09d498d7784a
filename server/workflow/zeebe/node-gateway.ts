import { GatewayFailure, type ActivatedJob, type FailureKind, type Gateway, type JobRequest } from './gateway.js';

export interface ZeebeAddress {
  /** `host:port` of the gateway. */
  readonly address: string;
  readonly transport: 'plain' | 'tls';
  /** `embedded`: the cluster is left; what runs there ends there. */
  readonly newInstances: 'zeebe' | 'embedded';
}

// A command takes 5 to 20 ms; a broker under load answers within seconds or refuses. A call without an answer must not
// hold its transaction: the library sets no deadline, and a dead connection is noticed after minutes only.
const COMMAND_MILLISECONDS = 15_000;
// How much longer than asked a poll may take before it counts as lost.
const POLL_GRACE_MILLISECONDS = 10_000;

/**
 * A connection to a Zeebe gateway over zeebe-node 8.3.2, through its raw gRPC calls: its own retry is endless and repeats
 * a publish blindly, its workers stop for ever after a lost connection, and `activateJobs` never settles without a job.
 */
export async function openNodeGateway({
  address,
  transport,
}: Pick<ZeebeAddress, 'address' | 'transport'>): Promise<Gateway> {
  // Loaded only where processes run on Zeebe.
  const { ZBClient } = await import('zeebe-node');
  const client = new ZBClient(address, {
    useTLS: transport === 'tls',
    retry: false,
    loglevel: 'NONE',
    eagerConnection: false,
    // Ends a stream that the gateway has forgotten; ours is the shorter one.
    longPoll: 120_000,
  });
  const { grpc } = client as unknown as { grpc: RawCalls };
  // A closed channel answers nobody (the library swallows it), so that whoever waits is told here.
  const waiting: Waiting = new Set();
  const call = <T = unknown>(name: string, request: object): Promise<T> =>
    within(waiting, COMMAND_MILLISECONDS, (grpc[`${name}Sync`] as UnaryCall<T>).call(grpc, request));
  return {
    requireLeader: async () => {
      const { brokers } = await call<Topology>('topology', {});
      const leads = brokers.some(({ partitions }) =>
        partitions.some(({ role, health }) => role === 'LEADER' && health === 'HEALTHY'),
      );
      if (!leads) throw new GatewayFailure('away', 'No broker leads a healthy partition');
    },
    deploy: async ({ name, bytes }) => {
      const { deployments } = await call<Deployed>('deployResource', { resources: [{ name, content: bytes }] });
      return deployments.flatMap(({ process }) =>
        process
          ? [
              {
                processId: process.bpmnProcessId,
                definitionKey: process.processDefinitionKey,
                version: process.version,
              },
            ]
          : [],
      );
    },
    deployDecisions: async ({ name, bytes }) => {
      await call<Deployed>('deployResource', { resources: [{ name, content: bytes }] });
    },
    publishMessage: async ({ name, correlationKey, messageId, ttlMs, variables }) => {
      const request = { name, correlationKey, messageId, timeToLive: ttlMs, variables: JSON.stringify(variables) };
      await call('publishMessage', request);
    },
    activateJobs: (request) => activate(grpc, waiting, request),
    completeJob: async (jobKey, variables) => {
      await call('completeJob', { jobKey, variables: JSON.stringify(variables) });
    },
    throwError: async (jobKey, { code, message, variables }) => {
      const request = { jobKey, errorCode: code, errorMessage: message, variables: JSON.stringify(variables) };
      await call('throwError', request);
    },
    failJob: async (jobKey, { retries, backOffMilliseconds, message }) => {
      await call('failJob', { jobKey, retries, errorMessage: message, retryBackOff: backOffMilliseconds });
    },
    updateRetries: async (jobKey, retries) => {
      await call('updateJobRetries', { jobKey, retries });
    },
    setVariables: async (elementInstanceKey, variables, scope) => {
      const request = { elementInstanceKey, variables: JSON.stringify(variables), local: scope === 'local' };
      await call('setVariables', request);
    },
    cancelInstance: async (processInstanceKey) => {
      await call('cancelProcessInstance', { processInstanceKey });
    },
    // It waits up to 5 s for a channel that is already closed, and may reject then; nobody is interested any more.
    close: async () => {
      for (const giveUp of waiting) giveUp(new GatewayFailure('away', 'The connection was closed'));
      await within(waiting, 1_000, client.close(0)).catch(() => undefined);
    },
  };
}

/** How to tell each running call that there will be no answer. */
type Waiting = Set<(failure: GatewayFailure) => void>;
type RawCalls = Readonly<Record<string, unknown>>;
type UnaryCall<T> = (request: object) => Promise<T>;
type StreamCall = (request: object) => Promise<NodeJS.ReadableStream & { cancel(): void }>;

interface Topology {
  readonly brokers: readonly { readonly partitions: readonly { readonly role: string; readonly health: string }[] }[];
}

interface Deployed {
  readonly deployments: readonly {
    readonly process?: { bpmnProcessId: string; processDefinitionKey: string; version: number };
  }[];
}

interface RawJob {
  readonly key: string;
  readonly type: string;
  readonly processInstanceKey: string;
  readonly processDefinitionKey: string;
  readonly elementId: string;
  readonly elementInstanceKey: string;
  readonly retries: number;
  readonly customHeaders: string;
  readonly variables: string;
}

async function activate(grpc: RawCalls, waiting: Waiting, request: JobRequest): Promise<ActivatedJob[]> {
  const { type, leaseMilliseconds, most, waitMilliseconds } = request;
  const stream = await (grpc['activateJobsStream'] as StreamCall).call(grpc, {
    type,
    worker: 'laufmappe',
    timeout: leaseMilliseconds,
    maxJobsToActivate: most,
    // Negative: no long polling.
    requestTimeout: waitMilliseconds > 0 ? waitMilliseconds : -1,
    fetchVariable: [],
  });
  const jobs: ActivatedJob[] = [];
  const ended = new Promise<ActivatedJob[]>((resolve, fail) => {
    stream.on('data', (answer: { jobs: RawJob[] }) => jobs.push(...answer.jobs.map(jobOf)));
    stream.on('end', () => resolve(jobs));
    stream.on('error', fail);
  });
  return within(waiting, waitMilliseconds + POLL_GRACE_MILLISECONDS, ended).catch((error: unknown) => {
    stream.cancel();
    throw error;
  });
}

function jobOf(job: RawJob): ActivatedJob {
  return {
    key: job.key,
    type: job.type,
    instanceKey: job.processInstanceKey,
    definitionKey: job.processDefinitionKey,
    elementId: job.elementId,
    elementKey: job.elementInstanceKey,
    retries: job.retries,
    headers: JSON.parse(job.customHeaders) as Record<string, string>,
    variables: JSON.parse(job.variables) as Record<string, unknown>,
  };
}

/** The answer of a call, or its failure in our words; `away` when none comes in time. */
async function within<T>(waiting: Waiting, milliseconds: number, answer: Promise<T>): Promise<T> {
  let giveUp: (failure: GatewayFailure) => void = () => undefined;
  const late = new Promise<never>((_resolve, fail) => {
    giveUp = fail;
  });
  waiting.add(giveUp);
  const silence = () => giveUp(new GatewayFailure('away', `No answer in ${milliseconds} ms`));
  const timer = setTimeout(silence, milliseconds);
  try {
    return await Promise.race([answer, late]);
  } catch (error) {
    throw failureOf(error);
  } finally {
    clearTimeout(timer);
    waiting.delete(giveUp);
  }
}

// Status codes of gRPC. 9 is a job in the wrong state, e.g. one with an incident; 13 and 2 come from a broker that stops.
const KINDS: Readonly<Record<number, FailureKind>> = { 3: 'refused', 5: 'gone', 6: 'exists', 8: 'busy', 9: 'refused' };

function failureOf(error: unknown): GatewayFailure {
  if (error instanceof GatewayFailure) return error;
  const { code, details, message } = error as { code?: number; details?: string; message?: string };
  return new GatewayFailure(KINDS[code ?? -1] ?? 'away', details ?? message ?? String(error));
}
