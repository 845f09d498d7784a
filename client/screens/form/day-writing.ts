import { date } from '../../locale/format.js';
import { parseDay } from '../../ui/field/parse-day.js';
import type { FormComponent } from './form-schema.js';
import type { Writing } from './writing.js';

/** Text fields with `properties.format = "day"`: written as in a letter, typed as in every date field, `YYYY-MM-DD` for the process. */
export function dayWriting(component: FormComponent, today: string): Writing | null {
  if (component.type !== 'textfield' || component.properties?.['format'] !== 'day') return null;
  return {
    write: (value) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? date(value) : value),
    read: (typed) => {
      const day = parseDay(typed, today);
      return day ? { value: day } : { fault: $localize`:@@date.wrong:Kein Datum. Beispiele: 24.11., +2w, heute` };
    },
  };
}
