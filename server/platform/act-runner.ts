import type { AccessRight } from '../contract/access-views.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { ActName, ActOutput, PersonActName } from '../contract/acts.js';
import type { Id, LiveChange } from '../contract/views.js';
import type { Act, PersonAct, PreparedAct } from './act.js';
import type { Clock } from './clock.js';
import { permits } from './permits.js';
import type { Database, Queries } from './postgres/database.js';
import type { Actor, ProtokollInput, RecordKind, Transaction } from './transaction.js';

export interface ActContext {
  readonly mandantId: Id;
  readonly actor: Actor;
  readonly correlationId?: Id | null;
}

/** One audit row waiting for the end of its transaction. */
export interface PendingProtokoll extends ProtokollInput {
  readonly action: ActName;
  readonly correlationId: Id | null;
}

export interface ActRunner {
  /** Opens a transaction with everything an act may touch. A Rejection as result rolls back. */
  transaction<T>(context: ActContext, work: (tx: Transaction) => Promise<T>): Promise<T | Rejection>;
  /** Runs one act in a transaction of its own. */
  run<Input, Output>(context: ActContext, act: Act<Input, Output>, input: Input): Promise<Output | Rejection>;
  /** Runs an act of a person with unchecked input; the same idempotency key answers the same and does nothing. */
  perform<Name extends PersonActName>(
    context: ActContext,
    act: PersonAct<Name> | PreparedAct<Name>,
    input: unknown,
    idempotencyKey: string,
  ): Promise<ActOutput<Name> | Rejection>;
}

export interface ActRunnerParts {
  readonly database: Database;
  readonly clock: Clock;
  /** Writes the audit rows of a transaction, hash-chained, right before its commit. */
  appendProtokoll(queries: Queries, at: Date, context: ActContext, entries: readonly PendingProtokoll[]): Promise<void>;
  /** Called after a commit that enqueued follow-ups. */
  wakeOutbox(): void;
}

/** A refusal on its way out of an act; only `transaction` below catches it. */
class Refused extends Error {
  readonly rejection: Rejection;

  constructor(rejection: Rejection) {
    super(rejection.message.en);
    this.rejection = rejection;
  }
}

export function createActRunner(parts: ActRunnerParts): ActRunner {
  const transaction: ActRunner['transaction'] = async (context, work) => {
    const afterCommit = new Set<() => void>();
    try {
      const result = await begun(
        parts,
        context,
      )(async (queries) => {
        const pending: PendingProtokoll[] = [];
        const changes = new Map<string, LiveChange>();
        afterCommit.clear(); // the database may run this again after a deadlock
        const tx = openTransaction(context, queries, parts, { pending, changes, afterCommit });
        const value = await work(tx);
        if (isRejection(value)) throw new Refused(value);
        if (pending.length > 0) {
          // The chain is one for the whole Mandant: its last row may speak of a record that this person does not see.
          await lookAs(queries, 'system');
          await parts.appendProtokoll(queries, parts.clock.now(), context, pending);
        }
        await announce(queries, context.mandantId, [...changes.values()]);
        return value;
      });
      afterCommit.forEach((action) => action());
      return result;
    } catch (error) {
      if (error instanceof Refused) return error.rejection;
      throw error;
    }
  };

  return {
    transaction,
    run: (context, act, input) => transaction(context, (tx) => act(tx, input)),
    perform: (context, act, input, key) => perform(transaction, context, act, input, key),
  };
}

/** The database transaction of this context: with the eyes of the person, or those of the system. */
function begun({ database, clock }: ActRunnerParts, { mandantId, actor }: ActContext) {
  return <T>(work: (queries: Queries) => Promise<T>): Promise<T> =>
    actor.kind === 'system'
      ? database.transaction(mandantId, work)
      : database.transactionOf({ mandantId, personId: actor.id, day: clock.today() }, work);
}

/** @param viewer id of a person, or `system` */
async function lookAs(queries: Queries, viewer: string): Promise<void> {
  await queries.query(`SELECT set_config('laufmappe.viewer', $1, true)`, [viewer]);
}

/** What a transaction gathers for its end. */
interface Collected {
  readonly pending: PendingProtokoll[];
  readonly changes: Map<string, LiveChange>;
  readonly afterCommit: Set<() => void>;
}

function openTransaction(
  context: ActContext,
  queries: Queries,
  { clock, wakeOutbox }: ActRunnerParts,
  { pending, changes, afterCommit }: Collected,
): Transaction {
  const shared = { correlationId: context.correlationId ?? null, seesAll: context.actor.kind === 'system' };
  const named = (name: ActName | null): Transaction => ({
    mandantId: context.mandantId,
    actor: context.actor,
    clock,
    get correlationId() {
      return shared.correlationId;
    },
    set correlationId(id) {
      shared.correlationId = id;
    },
    query: (sql, parameters) => queries.query(sql, parameters),
    require: (permission) => {
      if (!permits(context.actor, permission)) throw new Refused(reject('identity.notPermitted', { permission }));
    },
    requireRight: async (right, kind, ...ids) => {
      const refused = await refusedRight(queries, right, kind, ids);
      if (refused) throw new Refused(refused);
    },
    asSystem: async (work) => {
      const { actor } = context;
      if (shared.seesAll || actor.kind === 'system') return work(named(name));
      await lookAs(queries, 'system');
      shared.seesAll = true;
      try {
        return await work(named(name));
      } finally {
        shared.seesAll = false;
        // After a failed statement nothing more can be asked here, and the whole transaction is taken back.
        await lookAs(queries, actor.id).catch(() => undefined);
      }
    },
    protokoll: (entry) => {
      if (!name) throw new Error('Only an act writes into the Protokoll');
      pending.push({ ...entry, action: name, correlationId: shared.correlationId });
    },
    enqueue: async (topic, key, payload, notBefore = clock.now()) => {
      afterCommit.add(wakeOutbox);
      await queries.query(
        `INSERT INTO outbox (mandant_id, topic, key, payload, correlation_id, next_at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (mandant_id, topic, key) DO NOTHING`,
        [context.mandantId, topic, key, JSON.stringify(payload), shared.correlationId, notBefore],
      );
    },
    changed: (noun, id) => {
      const change = { noun, id, act: name ?? 'system' };
      changes.set(`${noun} ${id}`, change);
    },
    afterCommit: (action) => void afterCommit.add(action),
    under: (act) => named(act),
  });
  return named(null);
}

/** Levels as `right_on` and `right_at` of the database say them. */
const LEVELS: Readonly<Record<AccessRight, number>> = { read: 4, work: 6, manage: 7 };

async function refusedRight(
  queries: Queries,
  right: AccessRight,
  kind: RecordKind,
  ids: readonly Id[],
): Promise<Rejection | null> {
  const asked = kind === 'aktenplaneinheit' ? 'right_at(id)' : 'right_on($2, id)';
  const [row] = await queries.query<{ lowest: number; unseen: boolean }>(
    `SELECT coalesce(min(level), 0)::int AS lowest, coalesce(bool_or(level IS NULL), false) AS unseen
       FROM (SELECT ${asked} AS level FROM unnest($1::uuid[]) id WHERE $2::text IS NOT NULL) r`,
    [ids, kind],
  );
  if (!row || row.unseen) return reject('platform.notFound');
  if (row.lowest >= LEVELS[right] || ids.length === 0) return null;
  return reject(right === 'manage' ? 'access.mayNotManage' : 'access.mayNotWork');
}

/** NOTIFY is part of the transaction: other servers hear of it exactly when the change is visible. */
async function announce(queries: Queries, mandantId: Id, changes: readonly LiveChange[]): Promise<void> {
  if (changes.length === 0) return;
  const messages = changes.map((change) => JSON.stringify({ mandantId, ...change }));
  await queries.query(`SELECT pg_notify('laufmappe_live', m) FROM unnest($1::text[]) m`, [messages]);
}

async function perform<Name extends PersonActName>(
  transaction: ActRunner['transaction'],
  context: ActContext,
  act: PersonAct<Name> | PreparedAct<Name>,
  input: unknown,
  key: string,
): Promise<ActOutput<Name> | Rejection> {
  if (context.actor.kind !== 'person') throw new Error('Acts of people are performed by people');
  const parsed = act.schema.safeParse(input);
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`);
    return reject('platform.invalidInput', { fields: fields.join('; ') });
  }
  const personId = context.actor.id;
  const answered = (tx: Transaction) => earlierResult<ActOutput<Name>>(tx, personId, key, act.act);
  if ('prepare' in act) {
    const earlier = await transaction(context, answered);
    if (earlier) return earlier;
  }
  const ready = 'prepare' in act ? await act.prepare(context, parsed.data) : act;
  if (isRejection(ready)) return ready;
  return transaction(context, async (tx) => {
    await lockKey(tx, personId, key);
    const earlier = await answered(tx);
    if (earlier) return earlier;
    const result = await ready(tx, parsed.data);
    if (isRejection(result)) return result;
    await tx.query(
      `INSERT INTO act_result (mandant_id, person_id, idempotency_key, act, result, at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [tx.mandantId, personId, key, act.act, JSON.stringify(result), tx.clock.now()],
    );
    return result;
  });
}

/**
 * The same request, arriving twice at once (a double click, a retry after a time-out), waits for the first one. Without
 * this it would wait for the first one's rows, find them changed, and be told that somebody else was faster.
 */
async function lockKey(tx: Transaction, personId: Id, key: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`act ${personId} ${key}`]);
}

async function earlierResult<T>(
  tx: Transaction,
  personId: Id,
  key: string,
  act: ActName,
): Promise<T | Rejection | null> {
  const [row] = await tx.query<{ act: string; result: T }>(
    `SELECT act, result FROM act_result WHERE mandant_id = $1 AND person_id = $2 AND idempotency_key = $3`,
    [tx.mandantId, personId, key],
  );
  if (!row) return null;
  return row.act === act ? row.result : reject('platform.keyReused');
}
