import type { FristView } from '../../../server/contract/frist-views.js';
import { date } from '../../locale/format.js';

/** By when a Vorgang must be finished, in a few words: a day, that there is none, or until when it rests. */
export function fristWords({ frist, rests }: FristView): string {
  const day = frist === null ? $localize`:@@vorgangFrist.none:keine` : date(frist);
  return rests === null ? day : $localize`:@@vorgangFrist.rests:${day}:day:, ruht bis ${date(rests.until)}:until:`;
}

/** How often and how far a Frist may be extended, as a sentence. */
export function ruleWords({ extensions, mostExtensions, mostDays }: FristView): string {
  const times =
    mostExtensions === null
      ? $localize`:@@vorgangFrist.anyTimes:Verlängern: so oft wie nötig`
      : $localize`:@@vorgangFrist.times:Verlängert: ${extensions}:times: von ${mostExtensions}:most:`;
  return mostDays === null
    ? times
    : $localize`:@@vorgangFrist.daysEach:${times}:times:, je höchstens ${mostDays}:days: Tage`;
}
