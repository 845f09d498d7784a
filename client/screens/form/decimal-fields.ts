import { chosenLanguage } from '../../live/language.js';
import type { FormComponent } from './form-schema.js';

type Data = Readonly<Record<string, unknown>>;

/** Digits after the separator by the key of each decimal field. */
export type DecimalFields = ReadonlyMap<string, number>;

const COMMA = chosenLanguage() === 'de';

/**
 * Number fields with decimals become text fields: the form library writes 571.04, whatever the language. People write
 * and read `1.234,50`; the value that leaves the form is still a number.
 */
export function decimalField(component: FormComponent): FormComponent {
  const digits = digitsOf(component);
  if (digits === null) return component;
  const { decimalDigits: _digits, increment: _increment, ...rest } = component;
  const validate = component['validate'] as { required?: boolean } | undefined;
  return {
    ...rest,
    type: 'textfield',
    validate: { ...(validate?.required ? { required: true } : {}), pattern: patternOf(digits) },
  };
}

/** The decimal fields among the components of a form. */
export function decimalFields(components: readonly FormComponent[]): DecimalFields {
  return new Map(
    components.flatMap((component) => {
      const digits = digitsOf(component);
      return component.key && digits !== null ? [[component.key, digits] as const] : [];
    }),
  );
}

/** The data as the form shows it. */
export function written(data: Data, fields: DecimalFields): Record<string, unknown> {
  return mapped(data, fields, (value, digits) => (typeof value === 'number' ? writeDecimal(value, digits) : value));
}

/** The data as the act wants it. The fields have been checked: what is no number here stays as it was typed. */
export function read(data: Data, fields: DecimalFields): Record<string, unknown> {
  return mapped(data, fields, (value) => (typeof value === 'string' ? (readDecimal(value) ?? value) : value));
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

function digitsOf(component: FormComponent): number | null {
  const digits = component['decimalDigits'];
  return component.type === 'number' && typeof digits === 'number' && digits > 0 ? digits : null;
}

/** Groups of three are allowed where people set them, and nowhere else: `12.45` is a slip, not twelve hundred. */
function patternOf(digits: number): string {
  const [group, point] = COMMA ? ['\\.', ','] : [',', '\\.'];
  return `^-?(\\d+|\\d{1,3}(${group}\\d{3})+)(${point}\\d{1,${digits}})?$`;
}

function mapped(
  data: Data,
  fields: DecimalFields,
  change: (value: unknown, digits: number) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      const digits = fields.get(key);
      return [key, digits === undefined ? value : change(value, digits)];
    }),
  );
}
