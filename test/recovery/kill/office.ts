import { z } from 'zod';
import { createActRunner } from '../../../server/platform/act-runner.js';
import { systemClock } from '../../../server/platform/clock.js';
import { createOutbox } from '../../../server/platform/jobs/outbox.js';
import type { OutboxHandler } from '../../../server/platform/jobs/outbox.js';
import { openDatabase } from '../../../server/platform/postgres/database.js';
import { appendProtokoll } from '../../../server/protokoll/append-protokoll.js';
import { answerHandler, answerLater, outsideJob } from '../../../server/workflow/ask-outside.js';
import { createEmbeddedEngine, createEngineLoops } from '../../../server/workflow/embedded/index.js';
import type { JobWorkers, Projector } from '../../../server/workflow/process-engine.js';
import { workflowHandlers } from '../../../server/workflow/workflow-handlers.js';
import { jobIsOpen } from '../../../server/workflow/workflow.queries.js';
import { SEND } from './model.js';

/**
 * Engine, outbox and loops of a server, wired as `office.ts` does it, with an inbox that writes down each thing that it is
 * told. Runs until the process ends.
 */
export async function runOffice(databaseUrl: string, receiver: string): Promise<void> {
  const database = await openDatabase(databaseUrl, 8);
  const clock = systemClock();
  const runner = createActRunner({ database, clock, appendProtokoll, wakeOutbox: () => outbox.wake() });
  const engine = createEmbeddedEngine({ projector: inbox, workers, onWork: () => loops.wake() });
  const loops = createEngineLoops({ database, runner, clock, engine });
  const handlers = {
    ...workflowHandlers(engine),
    ...answerHandler(engine),
    ...engine.followUps,
    [SEND]: sending(receiver),
  };
  const topics = Object.keys(handlers);
  const outbox = createOutbox({ database, runner, clock, handlers, lanes: [topics, topics] });
  outbox.start();
  loops.start();
}

const workers: JobWorkers = {
  'CASE.senden': (_tx, { variables }) =>
    Promise.resolve({ outside: { topic: SEND, payload: { name: variables['name'] } } }),
  // An effect inside: a row for each time that it was done, and no key that would hide a second one.
  'CASE.zaehlen': async (tx, { instanceKey }) => {
    await tx.query(`INSERT INTO kill_count (mandant_id, instance_key) VALUES ($1, $2)`, [tx.mandantId, instanceKey]);
    return { variables: {} };
  },
};

const letter = z.object({ name: z.string(), job: outsideJob });

function sending(receiver: string): OutboxHandler {
  return async (tx, payload, followUp) => {
    const { name, job } = letter.parse(payload);
    if (!(await jobIsOpen(tx, job.key))) return;
    const answer = await fetch(`${receiver}/?key=${job.onceId}&name=${name}`, { method: 'POST' });
    if (!answer.ok) throw new Error(`The receiver answers ${answer.status}`);
    await answerLater(tx, followUp, job.key, { variables: {} });
  };
}

const inbox: Projector = {
  taskCreated: (tx, { jobKey, elementId }) => tell(tx, jobKey, elementId, 'created'),
  taskGone: (tx, { jobKey }) => tell(tx, jobKey, null, 'gone'),
  instanceEnded: () => Promise.resolve(),
  incidentRaised: () => Promise.resolve(),
};

async function tell(
  tx: Parameters<Projector['taskGone']>[0],
  jobKey: string,
  elementId: string | null,
  kind: 'created' | 'gone',
): Promise<void> {
  await tx.query(`INSERT INTO kill_inbox (mandant_id, job_key, element_id, kind) VALUES ($1, $2, $3, $4)`, [
    tx.mandantId,
    jobKey,
    elementId,
    kind,
  ]);
}
