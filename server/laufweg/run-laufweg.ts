import { z } from 'zod';
import { detachAufgaben } from '../aufgabe/rehang-aufgaben.js';
import { isRejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { OutboxHandler } from '../platform/jobs/outbox.js';
import type { Transaction } from '../platform/transaction.js';
import type { InstanceOperations, ProcessEngine } from '../workflow/process-engine.js';
import { startMessageOf } from '../workflow/workflow.queries.js';
import { findLaufweg, stationRows, treeOfRows, type Laufweg } from './laufweg.store.js';
import { shapeBpmn } from './shape-bpmn.js';
import { processIdOf, remainingShape, stationIdsOf } from './shape.js';
import { runningAufgaben } from './station.store.js';

const RUN = 'laufweg.run';
const LEAVE = 'laufweg.leave';

// A day is longer than any cluster is away unnoticed; the message waits there for the end of an instance of the same shape.
const MESSAGE_TTL_MILLISECONDS = 86_400_000;

/** Lets the engine carry what remains of a Laufweg, after the commit. */
export async function beginRun(tx: Transaction, laufwegId: Id, run: number): Promise<void> {
  await tx.enqueue(RUN, `${laufwegId} ${run}`, { laufwegId, run });
}

/** Gives up the process of a Laufweg that goes on otherwise, or not at all. Its open Aufgaben stay with their people. */
export async function leaveRun(tx: Transaction, { id, instanceKey }: Laufweg): Promise<void> {
  await detachAufgaben(tx, await runningAufgaben(tx, id));
  // On a cluster the key is known only once a task was seen; the projector leaves such an instance when one comes.
  if (instanceKey) await leaveInstance(tx, instanceKey);
}

/** Ends a process instance that carries no Laufweg any more, after the commit. */
export async function leaveInstance(tx: Transaction, instanceKey: string): Promise<void> {
  await tx.enqueue(LEAVE, instanceKey, { instanceKey });
}

const running = z.object({ laufwegId: z.uuid(), run: z.int() });
const left = z.object({ instanceKey: z.string() });

/** Follow-ups of Laufwege that speak to the engine. */
export function laufwegHandlers(
  engine: ProcessEngine & Pick<InstanceOperations, 'cancel'>,
): Readonly<Record<typeof RUN | typeof LEAVE, OutboxHandler>> {
  return {
    [RUN]: async (tx, payload) => {
      const { laufwegId, run } = running.parse(payload);
      // Without a lock: if it is changed right now, what begins here is an earlier run, and the projector leaves it.
      const laufweg = await findLaufweg(tx, laufwegId);
      if (laufweg?.state !== 'laeuft' || laufweg.run !== run) return undefined;
      const shape = remainingShape(treeOfRows(laufwegId, await stationRows(tx, laufwegId)));
      if (!shape) return undefined;
      const processId = processIdOf(shape);
      if ((await startMessageOf(tx, processId)) === null) {
        const deployed = await engine.deploy(tx, { xml: shapeBpmn(shape) });
        if (isRejection(deployed)) return deployed;
      }
      await engine.publish(tx, {
        ...{ name: processId, correlationKey: laufwegId, messageId: `${laufwegId} ${run}` },
        ttlMs: MESSAGE_TTL_MILLISECONDS,
        variables: { lmMandantId: tx.mandantId, laufwegId, lauf: run, stationen: stationIdsOf(shape) },
      });
      return undefined;
    },
    [LEAVE]: async (tx, payload) => {
      const ended = await engine.cancel(tx, left.parse(payload));
      return isRejection(ended) ? ended : undefined;
    },
  };
}
