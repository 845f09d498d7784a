import { closeZdA } from '../../server/akte/close-zda.js';
import { recordEvent } from '../../server/aussonderung/record-event.js';
import { setAufbewahrungsfrist } from '../../server/aussonderung/set-aufbewahrungsfrist.js';
import { setSperre } from '../../server/aussonderung/set-sperre.js';
import type { ActInput } from '../../server/contract/acts.js';
import type { ActBench } from './act-bench.js';
import { done } from './closed-vorgang.js';
import { addedDokument, openedVorgang, versionOf, type OpenedVorgang } from './records.js';

type FristWish = Partial<ActInput<'aussonderung.setAufbewahrungsfrist'>>;
type EventWish = Partial<ActInput<'aussonderung.recordEvent'>>;

/** A Vorgang z. d. A. with one letter in it, closed today. */
export async function closedAt(bench: ActBench, kennzeichen?: string): Promise<OpenedVorgang & { dokumentId: string }> {
  const opened = await openedVorgang(bench, kennzeichen);
  const dokumentId = await addedDokument(bench, opened.vorgangId);
  await close(bench, opened.vorgangId);
  return { ...opened, dokumentId };
}

export async function close(bench: ActBench, vorgangId: string): Promise<void> {
  const version = await versionOf(bench, 'vorgang', vorgangId);
  done(await bench.perform('ruth.lindqvist', closeZdA, { vorgangId, version }));
}

/** Says something about the period of a Vorgang or an Akte, as the Registratur unless somebody else is named. */
export function setFrist(bench: ActBench, objectId: string, own: FristWish, login = 'helga.brandt') {
  return bench.perform(login, setAufbewahrungsfrist, {
    ...{ objectKind: 'vorgang', objectId, version: 0, jahre: 'inherited', counting: null, start: null },
    ...{ reason: 'Rechtsstreit über die Gewährleistung', shorteningReason: null, ...own },
  });
}

export function event(bench: ActBench, objectId: string, own: EventWish, login = 'helga.brandt') {
  return bench.perform(login, recordEvent, {
    ...{ objectKind: 'vorgang', objectId, version: 0, day: bench.clock.today() },
    ...{ reason: 'Mietvertrag beendet', shorteningReason: null, ...own },
  });
}

export async function sperreOn(
  bench: ActBench,
  objectKind: 'akte' | 'vorgang' | 'dokument',
  objectId: string,
  reason = 'Klage vor dem Verwaltungsgericht',
): Promise<string> {
  return done(await bench.perform('helga.brandt', setSperre, { objectKind, objectId, reason })).sperreId;
}

export interface StoredFrist {
  readonly jahre: number | null;
  readonly counting: string | null;
  readonly start: string | null;
  readonly beginn: string | null;
  readonly ende: string | null;
}

/** What is fixed at the Vorgang. */
export async function fristAt(bench: ActBench, vorgangId: string): Promise<StoredFrist> {
  const [row] = await bench.sql<StoredFrist>(
    `SELECT aufbewahrung_jahre AS jahre, counting, start, fristbeginn AS beginn, aufbewahrungsende AS ende
       FROM vorgang WHERE id = $1`,
    [vorgangId],
  );
  if (!row) throw new Error('the Vorgang is not there');
  return row;
}
