import { chosenLanguage } from '../../live/language.js';
import type { FormComponent } from './form-schema.js';
import type { Writing } from './writing.js';

const COMMA = chosenLanguage() === 'de';

/** Number fields with decimals: people write and read `1.234,50`; the value that leaves the form is a number. */
export function decimalWriting(component: FormComponent): Writing | null {
  const digits = component['decimalDigits'];
  if (component.type !== 'number' || typeof digits !== 'number' || digits <= 0) return null;
  const { min = -Infinity, max = Infinity } = (component['validate'] ?? {}) as { min?: number; max?: number };
  const shape = shapeOf(digits);
  return {
    write: (value) => (typeof value === 'number' ? writeDecimal(value, digits) : value),
    read: (typed) => {
      const value = shape.test(typed.trim()) ? readDecimal(typed) : null;
      if (value === null) return { fault: notOne(component, digits) };
      if (value < min) return { fault: $localize`:@@form.min:Mindestens ${writeDecimal(min, digits)}:limit:.` };
      if (value > max) return { fault: $localize`:@@form.max:Höchstens ${writeDecimal(max, digits)}:limit:.` };
      return { value };
    },
  };
}

/** `1234.5` with two digits is `1.234,50` in German, `1,234.50` in English. */
export function writeDecimal(value: number, digits: number, comma = COMMA): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(comma ? 'de-DE' : 'en-GB', options).format(value);
}

/** Reads `1.234,50` in German and `1,234.50` in English; null where the text is no number. */
export function readDecimal(typed: string, comma = COMMA): number | null {
  const [group, point] = comma ? ['.', ','] : [',', '.'];
  const plain = typed.trim().replaceAll(group, '').replace(point, '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** Groups of three are allowed where people set them, and nowhere else: `12.45` is a slip, not twelve hundred. */
function shapeOf(digits: number): RegExp {
  const [group, point] = COMMA ? ['\\.', ','] : [',', '\\.'];
  return new RegExp(`^-?(\\d+|\\d{1,3}(${group}\\d{3})+)(${point}\\d{1,${digits}})?$`);
}

function notOne(component: FormComponent, digits: number): string {
  const example = writeDecimal(1234.5, digits);
  const suffix = (component['appearance'] as { suffixAdorner?: string } | undefined)?.suffixAdorner;
  return suffix === '€'
    ? $localize`:@@form.amount:Kein Betrag. Beispiel: ${example}:example:`
    : $localize`:@@form.decimal:Keine Zahl. Beispiel: ${example}:example:`;
}
