import type { ActOutput, PersonActName } from '../../server/contract/acts.js';
import type { Rejection } from '../../server/contract/rejections.js';
import type { Act, PersonAct, PreparedAct } from '../../server/platform/act.js';
import { newId } from '../../server/platform/ids.js';
import { openWorkbench, type Workbench } from './workbench.js';

/** A workbench for the spec of one act: performs it as the page does, and looks at what it left behind. */
export interface ActBench extends Workbench {
  /** As a person, with unchecked input and an idempotency key of its own unless one is given. */
  perform<Name extends PersonActName>(
    login: string,
    act: PersonAct<Name> | PreparedAct<Name>,
    input: unknown,
    key?: string,
  ): Promise<ActOutput<Name> | Rejection>;
  /** As the system. */
  run<Input, Output>(act: Act<Input, Output>, input: Input): Promise<Output | Rejection>;
  /** One statement in the Mandant. */
  sql<T extends object>(statement: string, parameters?: readonly unknown[]): Promise<T[]>;
  /** Audit rows of one object, oldest first. */
  protokoll(objectId: string): Promise<ProtokollEntry[]>;
  /** Follow-ups that wait in the outbox under this topic, oldest first. */
  followUps(topic: string): Promise<{ key: string; payload: Record<string, unknown> }[]>;
  personId(login: string): string;
}

export interface ProtokollEntry {
  readonly action: string;
  readonly actor: string;
  readonly objectKind: string;
  readonly correlationId: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

export async function openActBench(): Promise<ActBench> {
  const bench = await openWorkbench();
  const sql: ActBench['sql'] = (statement, parameters) =>
    bench.database.transaction(bench.mandantId, (queries) => queries.query(statement, parameters));
  return {
    ...bench,
    sql,
    perform: (login, act, input, key = newId()) => bench.runner.perform(bench.as(login), act, input, key),
    run: (act, input) => bench.runner.run(bench.system, act, input),
    protokoll: (objectId) =>
      sql(
        `SELECT k.action, k.actor, k.object_kind AS "objectKind", k.correlation_id AS "correlationId", l.payload
           FROM protokoll k JOIN protokoll_payload l USING (mandant_id, sequence)
          WHERE k.object_id = $1 ORDER BY k.sequence`,
        [objectId],
      ),
    followUps: (topic) => sql(`SELECT key, payload FROM outbox WHERE topic = $1 ORDER BY id`, [topic]),
    personId: (login) => {
      const { actor } = bench.as(login);
      if (actor.kind !== 'person') throw new Error(`${login} is no person`);
      return actor.id;
    },
  };
}
