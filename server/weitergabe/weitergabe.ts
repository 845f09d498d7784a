import { STUFEN } from '../access/access.js';
import { nameOfStufe } from '../access/names.js';
import type { Vertraulichkeitsstufe } from '../contract/access-views.js';
import { reject, type Rejection, type Sentence } from '../contract/rejections.js';
import type { Day, Id } from '../contract/views.js';
import type { WeitergabeKind, WeitergabeState, WeitergabeTarget } from '../contract/weitergabe-views.js';

/** A Dokument of the Akte with its newest version, as far as the person sees it. */
export interface Candidate {
  readonly id: Id;
  readonly vorgangId: Id;
  readonly vorgang: string;
  readonly vorgangBetreff: string;
  readonly nummer: number;
  readonly betreff: string;
  readonly art: string;
  readonly date: Day | null;
  readonly place: 'register' | 'unlinked' | 'bin';
  readonly state: 'entwurf' | 'gueltig';
  readonly version: number;
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
  /** The higher of Akte and Vorgang. */
  readonly stufe: Vertraulichkeitsstufe;
  /** Somebody else who has it checked out. */
  readonly editor: string | null;
}

/** What the Akte itself says about being handed over. */
export interface AkteFacts {
  readonly id: Id;
  readonly aktenzeichen: string;
  readonly betreff: string;
  readonly kennzeichen: string;
  readonly level: number;
  readonly openVorgaenge: readonly string[];
  readonly openAufgaben: number;
  /** What follows z. d. A. by itself and is not done: it may still file something. */
  readonly runningClosings: number;
  /** Reasons of the Sperren in force on it and on everything in it. */
  readonly sperren: readonly string[];
  /** Whether there are Vorgaenge or Dokumente in it that the person does not see. */
  readonly unseen: 'nothing' | 'something';
}

/** What one person can look through, and one package can hold. */
export const MOST = { dokumente: 5_000, gigabytes: 4 } as const;

/** Above this nothing leaves by a link: for VS-VERTRAULICH and higher the rules on classified matter ask for other ways. */
const HIGHEST_BY_LINK: Vertraulichkeitsstufe = 'nurFuerDenDienstgebrauch';

/** Why a Dokument does not go; null: it goes. */
export function whyLeftOut(candidate: Candidate, to: WeitergabeTarget): Rejection | null {
  const { betreff, place, state, editor, stufe } = candidate;
  if (place !== 'register') return reject('weitergabe.notInRegister', { betreff });
  if (state === 'entwurf') return reject('weitergabe.draft', { betreff });
  if (editor !== null) return reject('weitergabe.checkedOut', { betreff, person: editor });
  if (to === 'aussen' && above(stufe, HIGHEST_BY_LINK)) {
    const { de, en } = nameOfStufe(stufe);
    return reject('weitergabe.tooConfidential', { betreff, stufe: de, stufeEn: en });
  }
  return null;
}

/**
 * What stands against letting the responsibility for an Akte go. A copy needs none of it: ours stays as it is, and a Sperre
 * keeps records from being lost, not from being read.
 */
export function akteObstacles(akte: AkteFacts, kind: WeitergabeKind): Rejection[] {
  if (kind === 'kopie') return [];
  const { aktenzeichen, level, openVorgaenge, openAufgaben, runningClosings, sperren, unseen } = akte;
  return [
    ...(level === 1 ? [] : [reject('weitergabe.onlyWholeAkte', { aktenzeichen })]),
    ...openVorgaenge.map((name) => reject('weitergabe.openVorgang', { aktenzeichen: name })),
    ...(openAufgaben > 0 ? [reject('weitergabe.openAufgabe', { count: openAufgaben })] : []),
    ...(runningClosings > 0 ? [reject('weitergabe.closingRuns', { count: runningClosings })] : []),
    ...sperren.map((reason) => reject('weitergabe.underSperre', { reason })),
    ...(unseen === 'nothing' ? [] : [reject('weitergabe.notWhole')]),
  ];
}

/** What goes of an Akte, or everything that stands against it. */
export interface Selection {
  readonly going: readonly Candidate[];
  readonly obstacles: readonly Rejection[];
}

/**
 * Chooses what goes: what was named, or all that can. A named Dokument that cannot go is an obstacle; of all, it is left out.
 * With the responsibility goes everything; only the bin of an Akte is not part of it.
 */
export function selectDokumente(
  candidates: readonly Candidate[],
  named: readonly Id[] | null,
  kind: WeitergabeKind,
  to: WeitergabeTarget,
): Selection {
  const wanted = named && new Set(named.map((id) => id.toLowerCase()));
  const known = candidates.filter(({ id }) => wanted?.has(id) ?? true);
  const unknown = wanted ? wanted.size - known.length : 0;
  const judged = known.map((candidate) => ({ candidate, why: whyLeftOut(candidate, to) }));
  const going = judged.flatMap(({ candidate, why }) => (why ? [] : [candidate]));
  const parts = candidates.filter(({ place }) => place !== 'bin').length;
  const bytes = going.reduce((sum, { size }) => sum + size, 0);
  const found = `${going.length} / ${(bytes / 1e9).toFixed(1)} GB`;
  const obstacles = [
    ...(unknown > 0 ? [reject('weitergabe.unknownDokument', { count: unknown })] : []),
    ...(wanted ? judged.flatMap(({ why }) => why ?? []) : []),
    ...(going.length === 0 ? [reject('weitergabe.nothing')] : []),
    ...(kind === 'zustaendigkeit' && going.length < parts ? [reject('weitergabe.notWhole')] : []),
    ...(candidates.length > MOST.dokumente || bytes > MOST.gigabytes * 1e9
      ? [reject('weitergabe.tooMuch', { ...MOST, found })]
      : []),
  ];
  return { going, obstacles };
}

/** One refusal that names all of them; null: nothing stands against it. */
export function refuseAll(obstacles: readonly Rejection[]): Rejection | null {
  const distinct = [...new Map(obstacles.map((each) => [each.message.de, each])).values()];
  const [first, ...more] = distinct;
  if (!first) return null;
  return more.length === 0 ? first : reject('weitergabe.refused', { count: distinct.length }, distinct);
}

export function highestStufe(stufen: readonly Vertraulichkeitsstufe[]): Vertraulichkeitsstufe {
  return stufen.reduce((highest, stufe) => (above(stufe, highest) ? stufe : highest), 'offen');
}

function above(stufe: Vertraulichkeitsstufe, other: Vertraulichkeitsstufe): boolean {
  return STUFEN.indexOf(stufe) > STUFEN.indexOf(other);
}

const STATE_NAMES: Readonly<Record<WeitergabeState, Sentence>> = {
  beantragt: { de: 'beantragt', en: 'requested' },
  wartet: { de: 'in Vorbereitung', en: 'being prepared' },
  laeuft: { de: 'in Vorbereitung', en: 'being prepared' },
  bereit: { de: 'bereit', en: 'ready' },
  uebernahme: { de: 'gerade in Übernahme', en: 'being taken over' },
  uebernommen: { de: 'übernommen', en: 'taken over' },
  abgelehnt: { de: 'abgelehnt', en: 'refused' },
  zurueckgezogen: { de: 'zurückgezogen', en: 'withdrawn' },
  abgelaufen: { de: 'abgelaufen', en: 'expired' },
  gescheitert: { de: 'gescheitert', en: 'failed' },
};

export const STATES = Object.keys(STATE_NAMES) as readonly WeitergabeState[];

/** As long as nobody has taken it over, nor is just doing so. */
export const OPEN_STATES: readonly WeitergabeState[] = ['beantragt', 'wartet', 'laeuft', 'bereit'];

/** Refuses where it is in none of these states. */
export function requireState(found: WeitergabeState, wanted: readonly WeitergabeState[]): Rejection | null {
  if (wanted.includes(found)) return null;
  const named = [...new Map(wanted.map((state) => [STATE_NAMES[state].de, STATE_NAMES[state]])).values()];
  return reject('weitergabe.otherState', {
    expectedDe: named.map(({ de }) => `„${de}“`).join(' oder '),
    expectedEn: named.map(({ en }) => `“${en}”`).join(' or '),
    foundDe: STATE_NAMES[found].de,
    foundEn: STATE_NAMES[found].en,
  });
}

export interface Pickup {
  readonly state: WeitergabeState;
  readonly expiresOn: Day;
  readonly downloads: number;
  readonly mostDownloads: number | null;
}

/** Whether whoever has link and code can fetch it on this day. */
export function canBeFetched({ state, expiresOn, downloads, mostDownloads }: Pickup, today: Day): boolean {
  return state === 'bereit' && today <= expiresOn && mostDownloads !== null && downloads < mostDownloads;
}

/** What is written about both kinds. */
export function kindText(kind: WeitergabeKind): Sentence {
  return kind === 'kopie' ? { de: 'Kopie', en: 'copy' } : { de: 'Zuständigkeit', en: 'responsibility' };
}
