import type { z } from 'zod';
import type { ActInput, PersonActName } from '../contract/acts.js';
import { isRejection, type Rejection, type Sentence } from '../contract/rejections.js';
import type { StapelKind, StapelOperation } from '../contract/stapel-views.js';
import type { Id } from '../contract/views.js';
import type { PersonAct } from '../platform/act.js';
import type { Transaction } from '../platform/transaction.js';

/** One thing that can be done with many records: an act, and what it needs for each of them. */
export interface Operation {
  readonly label: Sentence;
  readonly kind: StapelKind;
  /** What is asked once for all targets. */
  readonly schema: z.ZodType<object>;
  /** The operation that takes it back, where there is one. */
  readonly reverse?: StapelOperation;
  /** Does it with one target, as if the person did it alone. */
  perform(tx: Transaction, targetId: Id, shared: unknown): Promise<Rejection | object>;
}

/**
 * Describes an operation by its act.
 *
 * @param inputFor the input of the act for one target as it is now, or why there is none. The version is read at that
 *   moment: the person decides about the records in the list, not about what stood in each of them.
 */
export function operation<Name extends PersonActName, Shared extends object>(
  kind: StapelKind,
  label: Sentence,
  act: PersonAct<Name>,
  schema: z.ZodType<Shared>,
  inputFor: (tx: Transaction, targetId: Id, shared: Shared) => Promise<ActInput<Name> | Rejection>,
): Operation {
  return {
    ...{ label, kind, schema },
    perform: async (tx, targetId, shared) => {
      const input = await inputFor(tx, targetId, shared as Shared);
      return isRejection(input) ? input : act(tx, input);
    },
  };
}
