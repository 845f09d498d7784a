import { isRejection } from '../../../server/contract/rejections.js';
import { newId } from '../../../server/platform/ids.js';
import { createOutbox } from '../../../server/platform/jobs/outbox.js';
import type { Transaction } from '../../../server/platform/transaction.js';
import { createEventLane } from '../../../server/workflow/embedded/engine-loops.js';
import type { EngineBench } from '../../../server/workflow/embedded/engine.testing.js';
import type { JsonObject } from '../../../server/workflow/embedded/json.js';
import type { Answer, EngineUnderTest, OpenIncident, OpenJob } from './engine.js';
import { NOTHING, readView, type StoredView } from './stored-view.js';

/** The embedded engine on a real PostgreSQL, in a Mandant of its own for each case. What is seen of it are its rows. */
export async function createStored({ bench, engine }: EngineBench): Promise<EngineUnderTest> {
  const { database, runner, clock } = bench;
  const mandantId = newId();
  const context = { mandantId, actor: { kind: 'system', name: 'conformance' } } as const;
  await runner.transaction(context, async (tx) => {
    const columns = `mandant_id, name, kind, behoerdenschluessel, created_at`;
    await tx.query(`INSERT INTO mandant (${columns}) VALUES ($1, 'Fall', 'productive', '', $2)`, [
      mandantId,
      clock.now(),
    ]);
    return {};
  });
  const handlers = engine.followUps;
  const followUps = createOutbox({ database, runner, clock, handlers, lanes: [Object.keys(handlers)] });
  const happenNext = createEventLane({ database, runner, clock, engine });
  let view: StoredView = NOTHING;

  async function settle(): Promise<void> {
    do while (await happenNext(mandantId));
    while ((await openFollowUps()) > 0 && (await followUps.drain()) > 0);
    view = await inTransaction((tx) => readView(tx, engine.parts.models, view));
  }

  async function openFollowUps(): Promise<number> {
    const rows = await inTransaction((tx) => tx.query(`SELECT id FROM outbox WHERE done_at IS NULL`));
    return rows.length;
  }

  async function inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const result = await runner.transaction(context, async (tx) => ({ value: await work(tx) }));
    if (isRejection(result)) throw new Error(result.message.en);
    return result.value;
  }

  /** Takes a command to the engine and waits for all that follows. */
  async function ask(work: (tx: Transaction) => Promise<unknown>): Promise<Answer> {
    const answer = await inTransaction(work);
    await settle();
    if (isRejection(answer)) return 'refused';
    return answer === 'gone' || answer === 'blocked' || answer === 'duplicate' ? answer : 'done';
  }

  const newest = (elementId: string) => view.elements.find((element) => element.elementId === elementId);
  const oldestRoot = () => view.roots[0];
  const job = ({ key }: OpenJob) => ({ jobKey: key });

  return {
    deploy: async (files) => {
      for (const xml of files) {
        const answer = await inTransaction((tx) => engine.deploy(tx, { xml }));
        if (isRejection(answer)) return answer.reasons.map(({ message }) => message.de.split(':')[0] ?? '');
      }
      await settle();
      return 'deployed';
    },
    instant: (seconds) => new Date(clock.now().getTime() + seconds * 1000).toISOString(),
    start: async (processId, variables) => {
      const answer = await ask((tx) => engine.start(tx, { processId, businessKey: null, variables }));
      if (answer !== 'refused') return answer;
      return view.processIds.includes(processId) ? 'blocked' : 'gone';
    },
    complete: (open, variables) => ask((tx) => engine.completeTask(tx, { ...job(open), variables })),
    fail: (open, retries, seconds) =>
      ask((tx) => engine.failJob(tx, { ...job(open), retries, backOffMs: seconds * 1000, message: 'kaputt' })),
    throwError: (open, code, variables) =>
      ask((tx) => engine.throwError(tx, { ...job(open), code, message: code, variables })),
    publish: ({ name, key: correlationKey, id, seconds, variables }) => {
      const message = { name, correlationKey, messageId: id === '' ? newId() : id, ttlMs: seconds * 1000, variables };
      return ask((tx) => engine.publish(tx, message));
    },
    broadcast: (name, variables) => ask((tx) => engine.broadcastSignal(tx, { name, variables })),
    passTime: async (seconds) => {
      clock.advance(seconds * 1000);
      await settle();
    },
    resolve: ({ key }) => ask((tx) => engine.resolveIncident(tx, { incidentKey: key })),
    setVariables: (elementId, variables: JsonObject, local) => {
      const at = newest(elementId);
      if (at === undefined) return Promise.resolve('gone');
      const change = { instanceKey: at.instanceKey, scopeKey: at.key, variables, local };
      return ask((tx) => engine.setVariables(tx, change));
    },
    cancel: () => {
      const instanceKey = oldestRoot();
      return instanceKey === undefined ? Promise.resolve('gone') : ask((tx) => engine.cancel(tx, { instanceKey }));
    },
    modify: (end, begin) => {
      const instanceKey = oldestRoot();
      if (instanceKey === undefined) return Promise.resolve('gone');
      const terminate = end.map((id) => newest(id)?.key ?? '0');
      const activate = begin.map((elementId) => ({ elementId, variables: {} }));
      return ask((tx) => engine.modify(tx, { instanceKey, terminate, activate }));
    },
    openJobs: (): readonly OpenJob[] => view.jobs.filter(({ readyAt }) => readyAt <= clock.now()),
    openIncidents: (): readonly OpenIncident[] => view.incidents,
    trace: () => view.trace,
    close: async () => {
      for (const instanceKey of view.roots) await inTransaction((tx) => engine.cancel(tx, { instanceKey }));
    },
  };
}
