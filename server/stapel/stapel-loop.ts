import { randomUUID } from 'node:crypto';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { keepAccess, loadPerson } from '../identity/identity.queries.js';
import type { ActContext, ActRunner } from '../platform/act-runner.js';
import type { Clock } from '../platform/clock.js';
import { expectedTrouble } from '../platform/expected-trouble.js';
import { createLanes, type Lanes } from '../platform/jobs/lanes.js';
import { logger } from '../platform/logger.js';
import type { Database } from '../platform/postgres/database.js';
import type { Transaction } from '../platform/transaction.js';
import { finishStapel } from './finish-stapel.js';
import { operationOf } from './labels.js';
import { nextPosten, savePosten, takePosten, type NextPosten } from './stapel.store.js';

export interface StapelLoopParts {
  readonly database: Database;
  readonly runner: ActRunner;
  readonly clock: Clock;
}

/** Carries a try out of its transaction, so that nothing of it stays. */
class Tried extends Error {}

/**
 * Works through the batches of all Mandanten, target by target, each in a transaction of its own that also notes that it is
 * done: killed at any point, the next start goes on with the first target that is not noted, and does none twice. The
 * person's rights are read anew for each target. A try is the act itself in a transaction that is taken back, so what
 * it says is what the act will say.
 */
export function createStapelLoop(parts: StapelLoopParts): Lanes {
  const last = new Map<Id, Id>();
  return createLanes(parts.database, [(mandantId) => performNext(parts, last, mandantId)]);
}

async function performNext(parts: StapelLoopParts, last: Map<Id, Id>, mandantId: Id): Promise<boolean> {
  const system: ActContext = { mandantId, actor: { kind: 'system', name: 'stapel' } };
  const found = await parts.runner.transaction(system, async (tx) => ({
    next: await nextPosten(tx, last.get(mandantId) ?? null),
  }));
  if (isRejection(found)) throw new Error(`The next target was refused: ${found.code}`);
  const { next } = found;
  if (next === null) return false;
  last.set(mandantId, next.id);
  if (next.nummer === null) {
    await parts.runner.run(system, finishStapel, { stapelId: next.id });
    return true;
  }
  const outcome = await attempt(parts, mandantId, next);
  if (outcome === 'notOurs') return false;
  if (outcome === 'done') return true;
  const refused = outcome === 'tried' ? null : outcome;
  await parts.runner.transaction(system, async (tx) => {
    await savePosten(tx, next, refused, tx.clock.now());
    tell(tx, next);
  });
  return true;
}

/** Tries the target, or does it. A Rejection, and a bug, concern this target alone; trouble with the database all of them. */
async function attempt(
  parts: StapelLoopParts,
  mandantId: Id,
  next: NextPosten,
): Promise<'done' | 'tried' | 'notOurs' | Rejection> {
  const actor = await parts.database.transaction(mandantId, async (queries) => {
    await keepAccess(queries, next.personId, parts.clock.today());
    return loadPerson(queries, next.personId);
  });
  if (!actor) return reject('stapel.personGone');
  const context: ActContext = { mandantId, actor, correlationId: next.id };
  try {
    return await parts.runner.transaction(context, (tx) => perform(tx, next));
  } catch (error) {
    if (error instanceof Tried) return 'tried';
    if (expectedTrouble(error)) throw error;
    const incident = randomUUID().slice(0, 8);
    logger.error({ correlationId: next.id, nummer: next.nummer, incident, error: String(error) }, 'batch');
    return reject('stapel.failed', { incident });
  }
}

async function perform(tx: Transaction, next: NextPosten): Promise<'done' | 'notOurs' | Rejection> {
  if (!(await takePosten(tx, next))) return 'notOurs';
  const step = next.steps[next.step];
  if (!step) throw new Error(`A batch without step ${next.step}`);
  const result = await operationOf(step).perform(tx, next.targetId, { ...step.input, ...next.input });
  if (isRejection(result)) return result;
  if (next.state === 'pruefung') throw new Tried();
  // A target may be out of the person's sight by what was done with it; the batch is theirs all the same.
  if (!(await savePosten(tx, next, null, tx.clock.now()))) throw new Error('A taken target is not there any more');
  tell(tx, next);
  return 'done';
}

/** Screens hear of every tenth target, which is about twice a second, and of the end. */
function tell(tx: Transaction, { id, nummer }: NextPosten): void {
  if (nummer % 10 === 0) tx.changed('stapel', id);
}
