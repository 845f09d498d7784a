import type { Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { queueAtVorgang } from '../akte/akte.queries.js';
import { currentVersion } from '../dokument/dokument.queries.js';
import type { WorkableAufgabe } from '../aufgabe/lock-workable.js';
import { newId } from '../platform/ids.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { fourEyes, zeichnungOf } from './zeichnung.js';
import { zeichnungenOf } from './zeichnung.queries.js';
import { insertZeichnung } from './zeichnung.store.js';

export interface RecordZeichnungInput extends WorkableAufgabe {
  readonly data: Readonly<Record<string, unknown>>;
  /** The version that a Schlusszeichnung has just made; else the Zeichnung is bound to the current version. */
  readonly signedVersionId: Id | null;
}

/** Why this person may not make the Zeichnung that the Aufgabe asks for; null where they may, or where it asks for none. */
export async function refuseZeichnung(tx: Transaction, { aufgabe, fuer }: WorkableAufgabe): Promise<Rejection | null> {
  const art = zeichnungOf(aufgabe.art);
  if (!art) return null;
  // Two Mitzeichnungen of one person at the same time would not see each other.
  await queueAtVorgang(tx, aufgabe.vorgangId);
  const earlier = await zeichnungenOf(tx, aufgabe.vorgangId, aufgabe.instanceKey);
  return fourEyes(earlier, art, [personOf(tx).id, ...(fuer ? [fuer.id] : [])]);
}

/** Part of completing an Aufgabe: writes its Zeichnung, if it is one, and enforces four eyes. */
export async function recordZeichnung(tx: Transaction, input: RecordZeichnungInput): Promise<Rejection | null> {
  const { aufgabe, data } = input;
  const art = zeichnungOf(aufgabe.art);
  if (!art) return null;
  const refused = await refuseZeichnung(tx, input);
  if (refused) return refused;
  const version = aufgabe.dokumentId && !input.signedVersionId ? await currentVersion(tx, aufgabe.dokumentId) : null;
  await insertZeichnung(tx, {
    id: newId(),
    mandantId: tx.mandantId,
    vorgangId: aufgabe.vorgangId,
    versionId: input.signedVersionId ?? version?.versionId ?? null,
    aufgabeId: aufgabe.id,
    personId: personOf(tx).id,
    fuerId: input.fuer?.id ?? null,
    art,
    decision: typeof data['entscheidung'] === 'string' ? data['entscheidung'] : 'gezeichnet',
    bemerkung: typeof data['bemerkung'] === 'string' ? data['bemerkung'] : '',
    at: tx.clock.now(),
  });
  return null;
}
