import type { WorkableAufgabe } from '../aufgabe/lock-workable.js';
import type { MappeDokument } from '../contract/laufweg-views.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { recordMappe } from '../zeichnung/record-mappe.js';
import { fourEyesAtStation } from './four-eyes.js';
import { lockLaufweg, type StationRow } from './laufweg.store.js';
import { seenFindings, signFindings } from './mappe.js';
import { cosignersOf, mappeOf, type MappeRow, type StationOfAufgabe } from './mappe.queries.js';
import { settleLaufweg } from './settle-laufweg.js';
import { saveDone, type StationDecision } from './station.store.js';

type Data = Readonly<Record<string, unknown>>;

/** Somebody's answer at a station, before it is written down. */
export interface StationAnswer {
  readonly station: StationOfAufgabe;
  readonly workable: WorkableAufgabe;
  readonly data: Data;
  /** The versions that the page has shown. */
  readonly seen: readonly MappeDokument[];
}

const DECISIONS: Readonly<Record<string, StationRow['decision']>> = {
  mitzeichnen: 'mitgezeichnet',
  ablehnen: 'abgelehnt',
  kenntnis: 'zurKenntnis',
  zeichnen: 'gezeichnet',
  zurueckweisen: 'abgelehnt',
};

/**
 * Why this answer may not be given; else the Umlaufmappe that it is about. Locks the Laufweg, so that what is found out here
 * still holds when the answer is written.
 */
export async function examineAnswer(tx: Transaction, answer: StationAnswer): Promise<readonly MappeRow[] | Rejection> {
  const { station, data, seen } = answer;
  if (station.role === 'halt') return reject('laufweg.decideThere');
  const laufweg = await tx.asSystem((all) => lockLaufweg(all, station.laufwegId));
  if (!laufweg) return reject('platform.notFound');
  const decision = decisionOf(data);
  if (decision === 'abgelehnt' && commentOf(data) === '') return reject('laufweg.reasonMissing');
  const mappe = await mappeOf(tx, laufweg.id);
  const found = [...seenFindings(seen, mappe), ...(decision === 'gezeichnet' ? signFindings(mappe) : [])];
  if (found.length > 0) return reject('laufweg.mappeChanged', { count: found.length }, found);
  if (decision !== 'gezeichnet') return mappe;
  const person = personOf(tx);
  const { fuer } = answer.workable;
  const authors = mappe.flatMap((row) => row.authors);
  const concerned = { initiatorId: laufweg.initiatorId, authors, cosigners: await cosignersOf(tx, laufweg.id) };
  return fourEyesAtStation([person, ...(fuer ? [fuer] : [])], concerned) ?? mappe;
}

/**
 * Writes down an answer that was examined: the station, its Zeichnungen and what follows for the Laufweg. Before the Aufgabe
 * is done, since with it the person may lose sight of the Vorgang.
 *
 * @param versionIds one for each Dokument that the answer is a Zeichnung of
 */
export async function writeAnswer(
  tx: Transaction,
  { station, workable, data }: StationAnswer,
  versionIds: readonly Id[],
): Promise<Rejection | null> {
  const { aufgabe, fuer } = workable;
  const decision = decisionOf(data);
  if (!decision || station.role === 'halt' || !station.stationId) return reject('laufweg.decideThere');
  const done: StationDecision = {
    ...{ decision, comment: commentOf(data), by: personOf(tx).id, fuer: fuer?.id ?? null, at: tx.clock.now() },
  };
  const { role: art, stationId } = station;
  const settled = await tx.asSystem(async (all) => {
    await saveDone(all, stationId, done);
    if (art !== 'kenntnisnahme') {
      const zeichnung = { vorgangId: aufgabe.vorgangId, aufgabeId: aufgabe.id, art, fuerId: done.fuer };
      const { comment: bemerkung } = done;
      await recordMappe(all, { ...zeichnung, decision: String(data['entscheidung']), bemerkung, versionIds });
    }
    const laufweg = await lockLaufweg(all, station.laufwegId);
    return laufweg ? settleLaufweg(all, laufweg, 'on') : reject('platform.notFound');
  });
  return isRejection(settled) ? settled : null;
}

function decisionOf(data: Data): StationRow['decision'] {
  return DECISIONS[String(data['entscheidung'])] ?? null;
}

function commentOf(data: Data): string {
  return typeof data['bemerkung'] === 'string' ? data['bemerkung'].trim() : '';
}
