import type { ErsuchenState } from '../../../server/contract/ersuchen-views.js';
import type { Tone } from '../../ui/tag/tag.js';

const STATES: Readonly<Record<ErsuchenState, readonly [word: string, tone: Tone]>> = {
  offen: [$localize`:@@ersuchen.offen:wartet auf Annahme`, 'accent'],
  angenommen: [$localize`:@@ersuchen.angenommen:wird beantwortet`, 'warning'],
  beantwortet: [$localize`:@@ersuchen.beantwortet:beantwortet`, 'success'],
  abgelehnt: [$localize`:@@ersuchen.abgelehnt:abgelehnt`, 'warning'],
  zurueckgenommen: [$localize`:@@ersuchen.zurueckgenommen:zurückgenommen`, 'neutral'],
};

export function stateWord(state: ErsuchenState): string {
  return STATES[state][0];
}

export function stateTone(state: ErsuchenState): Tone {
  return STATES[state][1];
}
