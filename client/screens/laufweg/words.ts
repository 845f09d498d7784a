import type {
  LaufwegLine,
  LaufwegState,
  LaufwegStationView,
  StationArt,
} from '../../../server/contract/laufweg-views.js';
import type { Tone } from '../../ui/tag/tag.js';

export const ART_WORDS: Readonly<Record<StationArt, string>> = {
  mitzeichnung: $localize`:@@laufweg.mitzeichnung:Mitzeichnung`,
  kenntnisnahme: $localize`:@@laufweg.kenntnisnahme:Kenntnisnahme`,
  schlusszeichnung: $localize`:@@laufweg.schlusszeichnung:Schlusszeichnung`,
};

export const STATE_WORDS: Readonly<Record<LaufwegState, string>> = {
  laeuft: $localize`:@@laufweg.laeuft:im Umlauf`,
  angehalten: $localize`:@@laufweg.angehalten:angehalten`,
  fertig: $localize`:@@laufweg.fertig:beendet`,
  zurueckgeholt: $localize`:@@laufweg.zurueckgeholt:zurückgeholt`,
};

export const STATE_TONES: Readonly<Record<LaufwegState, Tone>> = {
  laeuft: 'accent',
  angehalten: 'warning',
  fertig: 'success',
  zurueckgeholt: 'neutral',
};

/** What has become of a station, in one word. */
export function stationWord({ state, decision }: LaufwegStationView): { word: string; tone: Tone } {
  switch (state) {
    case 'offen':
      return { word: $localize`:@@laufweg.stationOpen:noch nicht gefragt`, tone: 'neutral' };
    case 'laeuft':
      return { word: $localize`:@@laufweg.stationAsked:an der Reihe`, tone: 'accent' };
    case 'uebersprungen':
      return { word: $localize`:@@laufweg.stationSkipped:übersprungen`, tone: 'neutral' };
    case 'entfallen':
      return { word: $localize`:@@laufweg.stationLapsed:entfallen`, tone: 'neutral' };
    case 'erledigt':
      return DECISIONS[decision ?? 'zurKenntnis'];
  }
}

const DECISIONS: Readonly<Record<NonNullable<LaufwegStationView['decision']>, { word: string; tone: Tone }>> = {
  mitgezeichnet: { word: $localize`:@@laufweg.cosigned:mitgezeichnet`, tone: 'success' },
  gezeichnet: { word: $localize`:@@laufweg.signed:schlussgezeichnet`, tone: 'success' },
  zurKenntnis: { word: $localize`:@@laufweg.noted:zur Kenntnis genommen`, tone: 'success' },
  abgelehnt: { word: $localize`:@@laufweg.refused:nicht gezeichnet`, tone: 'danger' },
};

/** What a group does: its order, and how many are enough. */
export function groupWords(line: Extract<LaufwegLine, { kind: 'group' }>): string {
  if (line.order === 'sequence') return $localize`:@@laufweg.inSequence:Nacheinander`;
  if (!line.quorum) return $localize`:@@laufweg.atOnceAll:Gleichzeitig, alle`;
  const { kind, value } = line.quorum;
  return kind === 'count'
    ? $localize`:@@laufweg.atOnceCount:Gleichzeitig, es genügen ${value}:count:`
    : $localize`:@@laufweg.atOncePercent:Gleichzeitig, es genügen ${value}:percent: %`;
}
