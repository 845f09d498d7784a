import type { Id } from './views.js';

/** Somebody whose work may be handed on. */
export interface TransferPerson {
  id: Id;
  name: string;
  unit: string;
  /** Whether the person can sign in. */
  active: boolean;
}

/** `GET /api/people/:id/work`: what lies with a person, in figures. */
export interface OpenWork {
  person: TransferPerson;
  /** Open Aufgaben that are theirs. */
  aufgaben: number;
  /** Dokumente that they have taken along. */
  checkouts: number;
  /** Vertretungen that they do for others. */
  vertretungen: number;
  /** What is left as it is: drafts lie in their Vorgaenge for everybody, rights by name end with the account. */
  stays: { entwuerfe: number; rights: number };
}
