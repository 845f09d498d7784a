import { germanDay } from '../contract/german-day.js';
import type { Sentence } from '../contract/rejections.js';
import {
  PUNKT_WORDS,
  type NewPunkt,
  type PunktArt,
  type PunktState,
  type VerfuegungView,
} from '../contract/verfuegung-views.js';
import type { Day } from '../contract/views.js';

export const VERFUEGUNG_STATES: Readonly<Record<VerfuegungView['state'], Sentence>> = {
  laeuft: { de: 'im Gang', en: 'under way' },
  fertig: { de: 'alle Punkte sind erledigt', en: 'all points are done' },
  zurueckgenommen: { de: 'zurückgenommen', en: 'taken back' },
};

export const PUNKT_STATES: Readonly<Record<PunktState, Sentence>> = {
  offen: { de: 'offen', en: 'open' },
  erledigt: { de: 'erledigt', en: 'done' },
  aufgehoben: { de: 'aufgehoben', en: 'struck' },
};

/** Why a point is struck that nobody has begun, as it stands beside it. */
export const RECALLED = 'Die Verfügung wurde zurückgenommen.';

/** As much of a point's text as a sentence about it can carry; the whole stands in the Verfügung. */
const SAID = 120;

/** A point in words: „z. w. V. (Antwort entwerfen)“. */
export function punktName(art: PunktArt, text: string): Sentence {
  const { de, en } = PUNKT_WORDS[art].short;
  const line = text.replaceAll(/\s+/g, ' ');
  const said = line === '' ? '' : ` (${line.length > SAID ? `${line.slice(0, SAID)}…` : line})`;
  return { de: `${de}${said}`, en: `${en}${said}` };
}

/** The same with its number, as one entry of a sentence. */
export function punktEntry(nummer: number, art: PunktArt, text: string): Sentence {
  const { de, en } = punktName(art, text);
  return { de: `${nummer}. ${de}`, en: `${nummer}. ${en}` };
}

/** All points in one sentence of the history. */
export function punktEntries(list: readonly { readonly nummer: number; readonly punkt: NewPunkt }[]): Sentence {
  const entries = list.map(({ nummer, punkt }) => punktEntry(nummer, punkt.art, textOf(punkt)));
  return { de: entries.map(({ de }) => de).join('; '), en: entries.map(({ en }) => en).join('; ') };
}

/** What was written beside a point; nothing at „z. d. A.“. */
export function textOf(punkt: NewPunkt): string {
  return punkt.art === 'zdA' ? '' : punkt.text;
}

const VERBS: Readonly<Record<PunktArt, Sentence>> = {
  vermerk: PUNKT_WORDS.vermerk.short,
  zK: { de: 'Zur Kenntnis', en: 'For information' },
  zwV: { de: 'Zur weiteren Veranlassung', en: 'For further action' },
  bR: { de: 'Rücksprache halten', en: 'Please discuss' },
  wv: { de: 'Wiedervorlage', en: 'Resubmission' },
  zdA: { de: 'z. d. A. schließen', en: 'Close to the files' },
};

/** What the Aufgabe of a point is called. */
export function aufgabeTitle(art: PunktArt, about: string): Sentence {
  const { de, en } = VERBS[art];
  return { de: `${de}: ${about}`, en: `${en}: ${about}` };
}

const QUESTIONS: Readonly<Record<PunktArt, Sentence>> = {
  vermerk: { de: '', en: '' },
  zK: { de: 'Bitte nehmen Sie zur Kenntnis.', en: 'Please take note.' },
  zwV: { de: 'Bitte veranlassen Sie das Weitere.', en: 'Please see to what follows.' },
  bR: { de: 'Bitte halten Sie Rücksprache.', en: 'Please come and discuss it.' },
  wv: { de: 'Der Vorgang liegt Ihnen wieder vor.', en: 'The case lies before you again.' },
  zdA: {
    de: 'Alle anderen Punkte der Verfügung sind erledigt. Der Vorgang kann z. d. A. geschlossen werden.',
    en: 'All other points of the instruction are done. The case can be closed to the files.',
  },
};

/** What the Aufgabe of a point asks: who has ordered it, and with what words. */
export function aufgabeQuestion(art: PunktArt, text: string, orderer: string): Sentence {
  const { de, en } = QUESTIONS[art];
  const said = text === '' ? '' : ` „${text}“`;
  return { de: `${orderer}:${said} ${de}`, en: `${orderer}:${said} ${en}` };
}

/** The step that an Aufgabe names: the Verfügung that it comes from. */
export function stepOf(day: Day): Sentence {
  return { de: `Verfügung vom ${germanDay(day)}`, en: `Instruction of ${germanDay(day)}` };
}
