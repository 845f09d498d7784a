import type { ActName } from '../contract/acts.js';
import type { AccessRight } from '../contract/access-views.js';
import type { Permission, Role } from '../contract/permissions.js';
import type { Id, LiveChange } from '../contract/views.js';
import type { Clock } from './clock.js';
import type { Queries } from './postgres/database.js';

/** Who acts: a signed-in person, or a named part of the system (a job, the engine, a connector). */
export type Actor =
  | {
      readonly kind: 'person';
      readonly id: Id;
      readonly name: string;
      readonly unitId: Id;
      readonly roles: readonly Role[];
      /** Set for another system: what its token allows of what its roles may. */
      readonly scopes?: readonly Permission[];
      /** Set for a person at a page: what they open elsewhere ends with this session. */
      readonly sessionId?: string;
    }
  | { readonly kind: 'system'; readonly name: string };

/** What rights can be asked about. */
export type RecordKind = 'aktenplaneinheit' | 'akte' | 'vorgang' | 'dokument';

/** What an act may touch. Everything in it belongs to one database transaction of one Mandant. */
export interface Transaction extends Queries {
  readonly mandantId: Id;
  readonly actor: Actor;
  readonly clock: Clock;
  /** Id of the Eingang that everything goes back to; first column of every log and report. */
  correlationId: Id | null;
  /** Throws `Refused` unless the actor has the permission; the system always has. */
  require(permission: Permission): void;
  /**
   * Throws `Refused` unless the person has the right on every one of these records: as something that does not exist
   * where they may not even see it. Whoever writes into a record asks this first; the system always may.
   */
  requireRight(right: AccessRight, kind: RecordKind, ...ids: readonly Id[]): Promise<void>;
  /**
   * Runs `work` with the eyes of the system: for what follows from an act and is not the person's to see, such as the
   * row of an Aufgabe that now is somebody else's. What it reads must not reach the person.
   */
  asSystem<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Adds the audit row of the running act. Written at the end of the transaction, in order. */
  protokoll(entry: ProtokollInput): void;
  /** Adds a follow-up that happens once per `key`, after the commit and not before `notBefore`. */
  enqueue(topic: string, key: string, payload: object, notBefore?: Date): Promise<void>;
  /** Tells every open screen of the Mandant after the commit. */
  changed(noun: LiveChange['noun'], id: Id): void;
  /** Runs once after the commit: for waking loops, and for what a crash in between may lose (the clock of the demo). */
  afterCommit(action: () => void): void;
  /** The same transaction under the name of another act. */
  under(act: ActName): Transaction;
}

export interface ProtokollInput {
  readonly objectKind: string;
  readonly objectId: Id;
  /** What a reader needs to understand the row; personal content lies here and can be erased. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * The same handlers, each seeing all of the Mandant. The engine calls them also within the act of a person who repairs,
 * moves or ends a process, and what a process does must not depend on who pressed the button.
 */
export function withEyesOfTheSystem<Handlers extends object>(handlers: Handlers): Handlers {
  type Handler = (tx: Transaction, ...rest: unknown[]) => Promise<unknown>;
  const entries = Object.entries(handlers as Readonly<Record<string, Handler>>).map(([name, handler]) => [
    name,
    ((tx, ...rest) => tx.asSystem((all) => handler(all, ...rest))) satisfies Handler,
  ]);
  return Object.fromEntries(entries) as Handlers;
}

/** The acting person. Throws where the system calls an act that only makes sense for a person: a bug, not a refusal. */
export function personOf(tx: Pick<Transaction, 'actor'>): Extract<Actor, { kind: 'person' }> {
  if (tx.actor.kind !== 'person') throw new Error('This act is performed by people only');
  return tx.actor;
}

/** Name under which a piece of work stands in the records: the person's, or the product's where no person did it. */
export function authorOf(actor: Actor): string {
  return actor.kind === 'person' ? actor.name : 'Laufmappe';
}
