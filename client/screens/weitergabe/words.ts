import type { AngebotState, WeitergabeKind, WeitergabeState } from '../../../server/contract/weitergabe-views.js';
import type { Tone } from '../../ui/tag/tag.js';

export const KINDS: Readonly<Record<WeitergabeKind, string>> = {
  kopie: $localize`:@@weitergabe.kopie:Kopie`,
  zustaendigkeit: $localize`:@@weitergabe.zustaendigkeit:Zuständigkeit`,
};

const STATES: Readonly<Record<WeitergabeState, readonly [word: string, tone: Tone]>> = {
  beantragt: [$localize`:@@weitergabe.beantragt:wartet auf Freigabe`, 'warning'],
  wartet: [$localize`:@@weitergabe.wartet:wartet`, 'neutral'],
  laeuft: [$localize`:@@weitergabe.laeuft:wird zusammengestellt`, 'neutral'],
  bereit: [$localize`:@@weitergabe.bereit:liegt bereit`, 'success'],
  uebernahme: [$localize`:@@weitergabe.uebernahme:wird übernommen`, 'neutral'],
  uebernommen: [$localize`:@@weitergabe.uebernommen:übernommen`, 'success'],
  abgelehnt: [$localize`:@@weitergabe.abgelehnt:abgelehnt`, 'warning'],
  zurueckgezogen: [$localize`:@@weitergabe.zurueckgezogen:zurückgezogen`, 'neutral'],
  abgelaufen: [$localize`:@@weitergabe.abgelaufen:abgelaufen`, 'neutral'],
  gescheitert: [$localize`:@@weitergabe.gescheitert:gescheitert`, 'danger'],
};

const ANGEBOTE: Readonly<Record<AngebotState, readonly [word: string, tone: Tone]>> = {
  offen: [$localize`:@@weitergabe.angebotOffen:offen`, 'accent'],
  uebernahme: STATES.uebernahme,
  angenommen: [$localize`:@@weitergabe.angenommen:angenommen`, 'success'],
  abgelehnt: STATES.abgelehnt,
  zurueckgezogen: STATES.zurueckgezogen,
  abgelaufen: STATES.abgelaufen,
};

export function stateWord(state: WeitergabeState): string {
  return STATES[state][0];
}

export function stateTone(state: WeitergabeState): Tone {
  return STATES[state][1];
}

export function angebotWord(state: AngebotState): string {
  return ANGEBOTE[state][0];
}

export function angebotTone(state: AngebotState): Tone {
  return ANGEBOTE[state][1];
}
