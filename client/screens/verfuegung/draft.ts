import { dayAfter } from '../../../server/contract/days.js';
import type { StationPerson, StationPlace } from '../../../server/contract/laufweg-views.js';
import type { Role } from '../../../server/contract/permissions.js';
import type { NewPunkt, PunktArt } from '../../../server/contract/verfuegung-views.js';

/** A point while it is typed. */
export interface DraftPunkt {
  readonly key: number;
  readonly art: PunktArt;
  /** `self`: whoever orders, only of a Wiedervorlage. */
  readonly whom: 'person' | 'self' | Role;
  /** Of a role; empty: the unit that is responsible. */
  readonly unitId: string;
  readonly person: StationPerson | null;
  /** Frist of „z. w. V.“, day of a Wiedervorlage; empty: none. */
  readonly day: string;
  /** Whether what stands in the field of the day is one. */
  readonly dayState: 'right' | 'wrong';
  readonly text: string;
}

/** What somebody often orders, in one step. */
export interface Template {
  readonly label: string;
  readonly punkte: readonly { readonly art: PunktArt; readonly days?: number }[];
}

/** Nobody leaves a Wiedervorlage of four weeks to chance; the others are as common. */
export const TEMPLATES: readonly Template[] = [
  {
    label: $localize`:@@verfuegung.noteThenClose:z. K., dann z. d. A.`,
    punkte: [{ art: 'zK' }, { art: 'zdA' }],
  },
  {
    label: $localize`:@@verfuegung.againInTwoWeeks:Wv. in 2 Wochen`,
    punkte: [{ art: 'wv', days: 14 }],
  },
  {
    label: $localize`:@@verfuegung.actThenAgain:z. w. V. und Wv. in 4 Wochen`,
    punkte: [{ art: 'zwV' }, { art: 'wv', days: 28 }],
  },
];

/** A point in which nothing is said yet. */
export function emptyPunkt(key: number, art: PunktArt = 'zK', day = ''): DraftPunkt {
  return {
    ...{ key, art, whom: art === 'wv' ? 'self' : 'person', unitId: '', person: null },
    ...{ day, dayState: 'right', text: '' },
  };
}

/** Another kind of the same point: what was typed stays, as far as the kind has a place for it. */
export function withArt(punkt: DraftPunkt, art: PunktArt): DraftPunkt {
  const named = art === 'bR' || (art !== 'wv' && punkt.whom === 'self') ? 'person' : punkt.whom;
  const whom = art === 'wv' && (punkt.person === null || named !== 'person') ? 'self' : named;
  return { ...punkt, art, whom, ...(art === 'zwV' || art === 'wv' ? {} : { day: '', dayState: 'right' }) };
}

/** A further point; „z. d. A.“ stays the last one. */
export function withPunkt(punkte: readonly DraftPunkt[], punkt: DraftPunkt): readonly DraftPunkt[] {
  const last = punkte.findIndex(({ art }) => art === 'zdA');
  if (last < 0) return [...punkte, punkt];
  return punkt.art === 'zdA' ? punkte : [...punkte.slice(0, last), punkt, ...punkte.slice(last)];
}

/** What a template orders, behind what was typed already; points in which nothing is said make room. */
export function withTemplate(
  punkte: readonly DraftPunkt[],
  { punkte: wanted }: Template,
  today: string,
): readonly DraftPunkt[] {
  const typed = punkte.filter((punkt) => punkt.person !== null || punkt.text !== '' || punkt.art === 'zdA');
  return wanted.reduce<readonly DraftPunkt[]>(
    (all, { art, days }) =>
      withPunkt(all, emptyPunkt(nextKey([...punkte, ...all]), art, days ? dayAfter(today, days) : '')),
    typed,
  );
}

/** A key that no point has. */
export function nextKey(punkte: readonly DraftPunkt[]): number {
  return Math.max(0, ...punkte.map(({ key }) => key)) + 1;
}

/** One step of the keyboard: the point earlier, later or away. The same points where it leads nowhere. */
export function afterStep(
  punkte: readonly DraftPunkt[],
  index: number,
  step: 'up' | 'down' | 'remove',
): readonly DraftPunkt[] {
  const moved = punkte[index];
  if (!moved) return punkte;
  const rest = punkte.filter((_punkt, place) => place !== index);
  if (step === 'remove') return rest;
  const place = step === 'up' ? index - 1 : index + 1;
  return place < 0 || place >= punkte.length ? punkte : [...rest.slice(0, place), moved, ...rest.slice(place)];
}

/** What a point does not say yet, in words; null: it is whole. */
export function missingIn(punkt: DraftPunkt): string | null {
  const { art, whom, person, day, dayState, text } = punkt;
  if (art === 'zdA') return null;
  if (art !== 'vermerk' && whom === 'person' && person === null) {
    return $localize`:@@verfuegung.noPerson:Es fehlt, an wen er geht.`;
  }
  if (dayState === 'wrong') return $localize`:@@verfuegung.noDay:Der Tag ist keiner.`;
  if (art === 'wv' && day === '') return $localize`:@@verfuegung.dayMissing:Es fehlt der Tag der Wiedervorlage.`;
  if ((art === 'vermerk' || art === 'zwV') && text.trim() === '') {
    return $localize`:@@verfuegung.noText:Es fehlt der Text.`;
  }
  return null;
}

/** The point as it is ordered; null where something is missing. */
export function punktOf(punkt: DraftPunkt): NewPunkt | null {
  if (missingIn(punkt) !== null) return null;
  const { art, day, text } = punkt;
  switch (art) {
    case 'zdA':
      return { art };
    case 'vermerk':
      return { art, text };
    case 'wv':
      return { art, personId: punkt.whom === 'self' ? null : (punkt.person?.id ?? null), day, text };
    case 'bR':
      return { art, personId: punkt.person?.id ?? '', text };
    case 'zK':
      return { art, who: placeOf(punkt), text };
    case 'zwV':
      return { art, who: placeOf(punkt), text, frist: day === '' ? null : day };
  }
}

function placeOf({ whom, person, unitId }: DraftPunkt): StationPlace {
  return whom === 'person' || whom === 'self'
    ? { kind: 'person', personId: person?.id ?? '' }
    : { kind: 'role', role: whom, unitId: unitId === '' ? null : unitId };
}
