import { createOutbox, type OutboxHandler } from '../../platform/jobs/outbox.js';
import type { Lanes } from '../../platform/jobs/lanes.js';
import { repeat, type Repeating } from '../../platform/jobs/repeat.js';
import { logger } from '../../platform/logger.js';
import { listMandanten } from '../../platform/postgres/mandanten.js';
import type { Transaction } from '../../platform/transaction.js';
import { decisionSender, enqueueMissingDecisions } from './decision-deployments.js';
import { deploymentSender, enqueueMissing } from './deployments.js';
import type { Gateway } from './gateway.js';
import { createLink, type Link } from './link.js';
import { messageSender } from './messages.js';
import { createPollers, POLLER_DEFAULTS, type PollerOptions, type Pollers } from './pollers.js';
import { recognise, renewMarkers } from './recognise.js';
import { jobSenders } from './send.js';
import { PATIENCE_MILLISECONDS } from './standstill.js';
import { hurryPostponed } from './store/outbox.store.js';
import { silentInstances } from './store/instance.store.js';
import { deleteOldJobs } from './store/job.store.js';
import { countUnseenStarts, deleteExpiredMessages } from './store/message.store.js';
import { createZeebeJobLanes } from './work-jobs.js';
import { TOPICS, type ZeebeParts } from './zeebe-parts.js';

export interface ZeebeEngineOptions extends Omit<ZeebeParts, 'link' | 'onWork'> {
  /** Opens a connection to the cluster. */
  readonly open: () => Promise<Gateway>;
  readonly polling?: Partial<PollerOptions>;
}

/** What runs beside the acts while processes run on Zeebe. */
export interface ZeebeEngine {
  readonly parts: ZeebeParts;
  readonly link: Link;
  readonly pollers: Pollers;
  /** The sender: follow-ups that speak to the cluster. */
  readonly sender: Lanes;
  readonly jobs: Lanes;
  /** Asks about everything of which nothing was heard for too long. */
  reconcile(): Promise<void>;
  /** How many instances should have begun there long ago, by the last look; the key of such a one is not known. */
  unseenStarts(): number;
  sweep(tx: Transaction): Promise<void>;
  /** Takes, does and sends what can be done now. Returns how much that was. */
  drain(): Promise<number>;
  start(): void;
  stop(): Promise<void>;
}

const RECONCILE_MILLISECONDS = 120_000;
// A user task comes again after its lease; two minutes later it is asked about.
const SILENCE_MILLISECONDS = 120_000;
const INSTANCES_AT_ONCE = 200;
const KEPT_MILLISECONDS = 30 * 86_400_000;
// The broker takes 400 to 500 commands a second from one client, and each sender waits for its answer: eight are enough
// to keep it busy, and too few to drown it.
const SENDERS = 8;

/** The adapter to a Zeebe cluster: every command leaves through the outbox, every job comes in through the pollers. */
export function createZeebeEngine({ open, polling, ...given }: ZeebeEngineOptions): ZeebeEngine {
  const { database, runner, clock } = given;
  const link = createLink({
    open,
    now: () => clock.now(),
    recognise: (gateway) => recognise({ database, clock }, gateway),
  });
  const parts: ZeebeParts = { ...given, link, onWork: () => jobs.wake() };
  const options = { ...POLLER_DEFAULTS, ...polling };
  const jobs = createZeebeJobLanes(parts);
  const pollers = createPollers(parts, options);
  const handlers: Record<string, OutboxHandler> = {
    ...deploymentSender(parts),
    ...decisionSender(parts),
    ...messageSender(parts),
    ...jobSenders(parts),
  };
  const topics = Object.keys(handlers);
  const sender = createOutbox({
    database,
    runner,
    clock,
    handlers,
    lanes: Array.from({ length: SENDERS }, () => topics),
    // Nothing is tried, and so nothing is put off for an hour, while everybody knows that it cannot succeed.
    mayRun: () => link.state().kind === 'ready',
  });
  const forEveryMandant = async (work: (tx: Transaction) => Promise<object>) => {
    const actor = { kind: 'system', name: 'zeebe' } as const;
    for (const mandantId of await listMandanten(database)) await runner.transaction({ mandantId, actor }, work);
  };
  let unseenStarts = 0;
  const reconcile = async () => {
    let unseen = 0;
    await forEveryMandant(async (tx) => {
      const now = tx.clock.now().getTime();
      unseen += await countUnseenStarts(tx, new Date(now - PATIENCE_MILLISECONDS));
      const jobsBefore = new Date(now - options.userTaskLeaseMilliseconds - SILENCE_MILLISECONDS);
      const silent = await silentInstances(tx, jobsBefore, new Date(now - SILENCE_MILLISECONDS), INSTANCES_AT_ONCE);
      for (const instanceKey of silent) await tx.enqueue(TOPICS.look, `${instanceKey} ${now}`, { instanceKey });
      return {};
    });
    unseenStarts = unseen;
  };
  const hurry = () =>
    forEveryMandant(async (tx) => {
      await hurryPostponed(tx, topics, tx.clock.now());
      return {};
    });
  link.onReady(() => {
    const woken = hurry().then(() => sender.wake());
    // Then it comes when its time has come.
    woken.catch((error: unknown) => logger.warn({ error: String(error) }, 'follow-ups not hurried'));
  });
  let reconciler: Repeating | null = null;
  return {
    parts,
    link,
    pollers,
    sender,
    jobs,
    reconcile,
    unseenStarts: () => unseenStarts,
    sweep: async (tx) => {
      await deleteExpiredMessages(tx, tx.clock.now());
      await deleteOldJobs(tx, new Date(tx.clock.now().getTime() - KEPT_MILLISECONDS));
    },
    drain: async () => {
      if (link.state().kind !== 'ready') return 0;
      return (await sender.drain()) + (await pollers.drain()) + (await jobs.drain());
    },
    start: () => {
      link.start();
      sender.start();
      jobs.start();
      pollers.start();
      reconciler = repeat('zeebe reconciler', RECONCILE_MILLISECONDS, async () => {
        if (parts.newInstances === 'zeebe') await forEveryMandant(enqueueMissing);
        await forEveryMandant(enqueueMissingDecisions);
        await reconcile();
        await hurry();
        if (link.state().kind === 'ready') await link.ask((gateway) => renewMarkers({ database, clock }, gateway));
      });
    },
    stop: async () => {
      // Polls wait for half a minute; closing the link ends them.
      const ended = Promise.all([sender.stop(), jobs.stop(), pollers.stop(), reconciler?.stop()]);
      await link.close();
      await ended;
    },
  };
}
