import type { Random } from './random.js';

/** A file as it could arrive from someone careless or hostile. */
export interface Mutation {
  /** What was done to it, for the name of a failure. */
  readonly what: string;
  readonly fileName: string;
  /** The bytes in pieces: 200 MB never lie in memory at once. */
  open(): Iterable<Uint8Array>;
}

/** A good file that is spoilt. */
export interface Original {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export type Recipe = (originals: Originals, random: Random) => Mutation;

export interface Originals {
  readonly mail: Original;
  readonly signedMail: Original;
  readonly pdf: Original;
  readonly xml: Original;
}

export function mutation(what: string, fileName: string, bytes: Uint8Array): Mutation {
  return { what, fileName, open: () => [bytes] };
}
