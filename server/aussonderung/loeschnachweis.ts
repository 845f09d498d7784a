import type { Day, Id, Instant } from '../contract/views.js';

/** One set of bytes that belonged to a destroyed Vorgang, and what became of it. */
export interface DestroyedObject {
  /** Id of the Dokument or the Eingang. */
  readonly id: Id;
  readonly kind: 'version' | 'eingang' | 'part';
  readonly nummer: number;
  readonly sha256: string;
  readonly size: number;
  /** `shared`: only the reference went, another record needs the same bytes. `locked`: the storage holds them until a day. */
  readonly outcome: 'removed' | 'shared' | 'locked';
  readonly lockedUntil: Instant | null;
}

export interface DestroyedVorgang {
  readonly id: Id;
  readonly aktenzeichen: string;
  readonly kennzeichen: string;
  readonly zdaDate: Day;
  readonly aufbewahrungsende: Day;
  readonly dokumente: number;
  readonly objects: readonly DestroyedObject[];
}

/** What the Loeschnachweis says: who, when, why, what; nothing of the content. */
export interface Loeschnachweis {
  readonly mandant: { readonly name: string; readonly behoerdenschluessel: string };
  readonly vernichtungId: Id;
  readonly basis: string;
  readonly reason: string;
  readonly requested: { readonly by: string; readonly at: Instant };
  readonly released: { readonly by: string; readonly at: Instant };
  readonly completedAt: Instant;
  readonly vorgaenge: readonly DestroyedVorgang[];
  readonly excluded: readonly { readonly aktenzeichen: string; readonly reason: string }[];
  readonly keepUntil: Day;
}

// § 11 ThuerArchivG and its like: the proof is kept for 30 years.
const YEARS = 30;

export const BASIS = 'Aussonderungsart V, Aufbewahrungsfrist abgelaufen, keine Sperre, Freigabe durch zwei Personen';

/** Last day on which a proof made today has to be kept. */
export function keepUntil(today: Day): Day {
  return `${Number(today.slice(0, 4)) + YEARS}-12-31`;
}

/** The machine-readable form; equal content gives equal bytes. */
export function loeschnachweisJson(proof: Loeschnachweis): Buffer {
  return Buffer.from(`${JSON.stringify({ form: 'laufmappe/loeschnachweis/1', ...proof }, null, 2)}\n`, 'utf8');
}
