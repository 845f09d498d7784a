import type { z } from 'zod';
import {
  ACTS,
  type ActDescription,
  type ActInput,
  type ActName,
  type ActOutput,
  type PersonActName,
} from '../contract/acts.js';
import type { Rejection } from '../contract/rejections.js';
import type { Transaction } from './transaction.js';

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
