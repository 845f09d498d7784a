import { dayInBerlin } from '../platform/clock.js';
import type { Day } from '../contract/views.js';

/** A text of the record, unchanged but for its composition: NFD names of Apple systems become NFC, as DIN 91379 wants. */
export function wholeText(text: string): string {
  return text.normalize('NFC');
}

/** Several remarks as one: a Bemerkung has no lines of its own. */
export function inOneLine(remarks: readonly string[]): string {
  return remarks.join('; ').replace(/\s*[\r\n]+\s*/g, ' / ');
}

/** A sentence that this program wrote, without the quotes and dashes that DIN 91379 does not have. */
export function plainText(text: string): string {
  return wholeText(text).replace(/[„“”]/g, '"').replace(/[‚‘’]/g, "'").replace(/[–—]/g, '-').replace(/…/g, '...');
}

/** Day and time in Berlin, as the Geschaeftsgang writes them. */
export function berlinMoment(at: Date): { day: Day; time: string } {
  return { day: dayInBerlin(at), time: berlinTime.format(at) };
}

const berlinTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
