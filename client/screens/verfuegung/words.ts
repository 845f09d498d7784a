import type { PunktView, VerfuegungView } from '../../../server/contract/verfuegung-views.js';
import type { Tone } from '../../ui/tag/tag.js';
import { ROLES } from '../access/words.js';

interface Word {
  readonly word: string;
  readonly tone: Tone;
}

/** How far a Verfügung has come. */
export const STATE_WORDS: Readonly<Record<VerfuegungView['state'], Word>> = {
  laeuft: { word: $localize`:@@verfuegung.laeuft:im Gang`, tone: 'accent' },
  fertig: { word: $localize`:@@verfuegung.fertig:erledigt`, tone: 'success' },
  zurueckgenommen: { word: $localize`:@@verfuegung.zurueckgenommen:zurückgenommen`, tone: 'neutral' },
};

/** What has become of a point; a Vermerk has nothing to become. */
export function punktWord({ art, state, liesWith }: PunktView): Word | null {
  if (state === 'aufgehoben') return { word: $localize`:@@verfuegung.aufgehoben:aufgehoben`, tone: 'neutral' };
  if (art === 'vermerk') return null;
  if (state === 'erledigt') {
    return art === 'zK'
      ? { word: $localize`:@@verfuegung.noted:zur Kenntnis genommen`, tone: 'success' }
      : { word: $localize`:@@verfuegung.done:erledigt`, tone: 'success' };
  }
  return art === 'zdA' && liesWith === null
    ? { word: $localize`:@@verfuegung.waits:wartet auf die anderen Punkte`, tone: 'neutral' }
    : { word: $localize`:@@verfuegung.open:offen`, tone: 'accent' };
}

/** To whom a point goes: a person with their unit, or a role, in a unit where one was named. */
export function whomWords({ who, whom }: Pick<PunktView, 'who' | 'whom'>): string {
  if (who?.kind !== 'role') return whom;
  const role = ROLES.find(({ value }) => value === who.role)?.label ?? who.role;
  return whom === '' ? role : `${role}, ${whom}`;
}
