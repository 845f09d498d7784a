import type { LaufwegState, StationArt, StationState } from '../contract/laufweg-views.js';
import type { Sentence } from '../contract/rejections.js';
import type { LapseReason } from './laufweg.js';

/** What a station is called, in Aufgaben and in the history. */
export const ARTEN: Readonly<Record<StationArt, Sentence>> = {
  mitzeichnung: { de: 'Mitzeichnung', en: 'Co-signature' },
  kenntnisnahme: { de: 'Kenntnisnahme', en: 'For information' },
  schlusszeichnung: { de: 'Schlusszeichnung', en: 'Final signature' },
};

export const STATES: Readonly<Record<LaufwegState, Sentence>> = {
  laeuft: { de: 'im Umlauf', en: 'in circulation' },
  angehalten: { de: 'angehalten', en: 'halted' },
  fertig: { de: 'beendet', en: 'finished' },
  zurueckgeholt: { de: 'zurückgeholt', en: 'called back' },
};

export const STATION_STATES: Readonly<Record<StationState, Sentence>> = {
  offen: { de: 'offen', en: 'open' },
  laeuft: { de: 'an der Reihe', en: 'under way' },
  erledigt: { de: 'erledigt', en: 'done' },
  uebersprungen: { de: 'übersprungen', en: 'skipped' },
  entfallen: { de: 'entfallen', en: 'lapsed' },
};

/** Why a station is not asked any more, as it stands beside it. */
export const LAPSES: Readonly<Record<LapseReason | 'recalled', Sentence>> = {
  quorumReached: { de: 'Das Quorum der Gruppe war erreicht.', en: 'The quorum of the group was reached.' },
  refusedInGroup: {
    de: 'In dieser Untergruppe wurde schon nicht mitgezeichnet.',
    en: 'This subgroup had already refused to co-sign.',
  },
  recalled: { de: 'Der Laufweg wurde zurückgeholt.', en: 'The circulation was called back.' },
};

const QUESTIONS: Readonly<Record<StationArt, Sentence>> = {
  mitzeichnung: { de: 'Zeichnen Sie mit?', en: 'Do you co-sign?' },
  kenntnisnahme: { de: 'Bitte nehmen Sie zur Kenntnis.', en: 'Please take note.' },
  schlusszeichnung: { de: 'Zeichnen Sie abschließend?', en: 'Do you sign finally?' },
};

/** What the Umlaufmappe is called: its first Dokument, and how many come along. */
export function mappeTitle(betreffe: readonly string[]): Sentence {
  const [first = '–', ...more] = betreffe;
  if (more.length === 0) return { de: first, en: first };
  return { de: `${first} und ${more.length} weitere`, en: `${first} and ${more.length} more` };
}

/** What a station asks, with everything that was refused and overruled before. */
export function question(art: StationArt, overruled: readonly { readonly name: string; readonly reason: string }[]) {
  const { de, en } = QUESTIONS[art];
  if (overruled.length === 0) return { de, en };
  const names = overruled.map(({ name }) => name).join(', ');
  const reasons = [...new Set(overruled.map(({ reason }) => reason))].join(' · ');
  return {
    de: `${de} Nicht mitgezeichnet: ${names}. Trotzdem weiter, weil: ${reasons}`,
    en: `${en} Not co-signed: ${names}. Goes on all the same, because: ${reasons}`,
  };
}
