import { STUFEN } from '../access/access.js';
import { nameOfStufe } from '../access/names.js';
import type { Vertraulichkeitsstufe } from '../contract/access-views.js';
import type { DokumentArt, DokumentState } from '../contract/dokument-views.js';
import type { ErsuchenDirection, ErsuchenState } from '../contract/ersuchen-views.js';
import { germanDay } from '../contract/german-day.js';
import { reject, type Rejection, type Sentence } from '../contract/rejections.js';
import type { Day, Id } from '../contract/views.js';

/** What one Mandant gives another one along: the newest version of a Dokument, or the letter itself. */
export interface TravellingDokument {
  readonly betreff: string;
  readonly art: DokumentArt;
  readonly date: Day | null;
  readonly fileName: string;
  readonly mime: string;
  readonly size: number;
  readonly sha256: string;
  readonly signatures: readonly Sentence[];
}

/** A Dokument of the Vorgang, as far as the person sees it, that somebody wants to give along. */
export interface Candidate extends TravellingDokument {
  readonly id: Id;
  readonly state: DokumentState;
  readonly place: 'register' | 'unlinked' | 'bin';
  readonly checkedOut: boolean;
}

/** What a letter and a hundred minutes of a clerk can carry. */
export const MOST_DOKUMENTE = 50;

/** Refuses unless every named Dokument is one that can go: final, in the register, and in nobody's hands. */
export function refuseDokumente(candidates: readonly Candidate[], named: readonly Id[]): Rejection | null {
  const going = new Set(candidates.filter(canGo).map(({ id }) => id));
  const others = named.filter((id) => !going.has(id.toLowerCase()));
  return others.length === 0 ? null : reject('ersuchen.dokumentNotGoing', { count: others.length });
}

function canGo({ state, place, checkedOut }: Candidate): boolean {
  return state === 'gueltig' && place === 'register' && !checkedOut;
}

/** Refuses a day before today. */
export function refuseFrist(frist: Day | null, today: Day): Rejection | null {
  if (frist === null || frist >= today) return null;
  return reject('ersuchen.fristPast', { today: germanDay(today), frist: germanDay(frist) });
}

const STATE_NAMES: Readonly<Record<ErsuchenState, Sentence>> = {
  offen: { de: 'offen', en: 'open' },
  angenommen: { de: 'angenommen', en: 'accepted' },
  beantwortet: { de: 'beantwortet', en: 'answered' },
  abgelehnt: { de: 'abgelehnt', en: 'refused' },
  zurueckgenommen: { de: 'zurückgenommen', en: 'taken back' },
};

/** Refuses where it is in none of these states any more. */
export function refuseState(found: ErsuchenState, wanted: readonly ErsuchenState[]): Rejection | null {
  if (wanted.includes(found)) return null;
  if (found === 'offen') return reject('ersuchen.notAccepted');
  return reject('ersuchen.ended', { stateDe: STATE_NAMES[found].de, stateEn: STATE_NAMES[found].en });
}

/** As long whoever asked may insist, before the authority above both (§ 5 Abs. 5 VwVfG): we have to know what we refused. */
const REFUSED_KEPT_MILLISECONDS = 30 * 86_400_000;

/** What says whether the content of an Ersuchen has served its purpose. */
export interface Ended {
  readonly direction: ErsuchenDirection;
  readonly state: ErsuchenState;
  readonly vorgangId: Id | null;
  readonly endedAt: Date | null;
  readonly erasedAt: Date | null;
}

/** Whether nothing keeps what was asked of us: no Vorgang of ours came of it, and it was taken back, or refused a month ago. */
export function isToErase({ direction, state, vorgangId, endedAt, erasedAt }: Ended, now: Date): boolean {
  if (direction !== 'erhalten' || vorgangId !== null || endedAt === null || erasedAt !== null) return false;
  return state === 'zurueckgenommen' || now.getTime() >= endedAt.getTime() + REFUSED_KEPT_MILLISECONDS;
}

/** Refuses a Vorgang that people may see who may not see the Ersuchen. */
export function refuseOpenerPlace(found: Vertraulichkeitsstufe, wanted: Vertraulichkeitsstufe): Rejection | null {
  if (rank(found) >= rank(wanted)) return null;
  return reject('ersuchen.lessConfidential', bothNames(wanted, found));
}

/** Refuses an answer that is more confidential than the question: over there it would lie where it is not kept like that. */
export function refuseAnswer(found: Vertraulichkeitsstufe, most: Vertraulichkeitsstufe): Rejection | null {
  return rank(found) <= rank(most) ? null : reject('ersuchen.tooConfidential', bothNames(most, found));
}

function bothNames(expected: Vertraulichkeitsstufe, found: Vertraulichkeitsstufe): Readonly<Record<string, string>> {
  const [wanted, other] = [nameOfStufe(expected), nameOfStufe(found)];
  return { stufe: wanted.de, stufeEn: wanted.en, found: other.de, foundEn: other.en };
}

function rank(stufe: Vertraulichkeitsstufe): number {
  return STUFEN.indexOf(stufe);
}
