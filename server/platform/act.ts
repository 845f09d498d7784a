import type { z } from 'zod';
import {
  ACTS,
  type ActDescription,
  type ActInput,
  type ActName,
  type ActOutput,
  type PersonActName,
} from '../contract/acts.js';
import { isRejection, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Actor, Transaction } from './transaction.js';

/** What an act does inside its transaction: a value, or a Rejection that rolls everything back. */
type Work<Input, Output> = (tx: Transaction, input: Input) => Promise<Output | Rejection>;

/** An act, callable inside a transaction: by the act runner for a person, or by another act. */
export interface Act<Input, Output> {
  (tx: Transaction, input: Input): Promise<Output | Rejection>;
  readonly act: ActName;
}

/** An act that a person performs by `POST /api/acts/<name>`; its input is checked against the schema first. */
export interface PersonAct<Name extends PersonActName> extends Act<ActInput<Name>, ActOutput<Name>> {
  readonly act: Name;
  readonly schema: z.ZodType<ActInput<Name>>;
}

/** Who asks for an act, known before its transaction begins. */
export interface Asker {
  readonly mandantId: Id;
  readonly actor: Actor;
}

/**
 * An act of a person that first makes and stores bytes, which may take minutes. That happens before the transaction, so
 * that no connection waits for it and no row refers to bytes that are not there yet.
 */
export interface PreparedAct<Name extends PersonActName> {
  readonly act: Name;
  readonly schema: z.ZodType<ActInput<Name>>;
  /** Does the slow work and answers the act that refers to its result, or a Rejection. Repeating it does no harm. */
  prepare(asker: Asker, input: ActInput<Name>): Promise<Act<ActInput<Name>, ActOutput<Name>> | Rejection>;
}

/**
 * Defines an act of a person. Before `work` runs, the permission of the contract is required, so that no act can
 * forget it; finer rules (this unit, this Aufgabe) are the act's own.
 */
export function act<Name extends PersonActName>(
  name: Name,
  schema: z.ZodType<ActInput<Name>>,
  work: Work<ActInput<Name>, ActOutput<Name>>,
): PersonAct<Name> {
  return Object.assign(guarded(name, work), { act: name, schema });
}

/**
 * Defines an act of a person with slow work before its transaction. `prepare` must require the permission itself before
 * it starts; `work` finds out with locks whether what was prepared still holds.
 */
export function preparedAct<Name extends PersonActName, Prepared>(
  name: Name,
  schema: z.ZodType<ActInput<Name>>,
  prepare: (asker: Asker, input: ActInput<Name>) => Promise<Prepared | Rejection>,
  work: (tx: Transaction, prepared: Prepared) => Promise<ActOutput<Name> | Rejection>,
): PreparedAct<Name> {
  return {
    act: name,
    schema,
    prepare: async (asker, input) => {
      const prepared = await prepare(asker, input);
      if (isRejection(prepared)) return prepared;
      return systemAct(name, (tx) => work(tx, prepared));
    },
  };
}

/** Defines an act that only the system performs, or that is a part of other acts. It has no route. */
export function systemAct<Input, Output>(name: ActName, work: Work<Input, Output>): Act<Input, Output> {
  return Object.assign(guarded(name, work), { act: name });
}

function guarded<Input, Output>(name: ActName, work: Work<Input, Output>): Work<Input, Output> {
  const description: ActDescription = ACTS[name];
  return async (tx, input) => {
    const own = tx.under(name);
    if (description.permission) own.require(description.permission);
    return work(own, input);
  };
}
