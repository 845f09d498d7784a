import { reject, type Rejection } from '../contract/rejections.js';

/** The parts of a form-js schema that decide which data it accepts. */
interface FormComponent {
  readonly type?: string;
  readonly key?: string;
  readonly label?: string;
  readonly components?: readonly FormComponent[];
  readonly values?: readonly { readonly value: unknown }[];
  /** Places behind the decimal point of a number. */
  readonly decimalDigits?: number;
  readonly readonly?: boolean;
  readonly disabled?: boolean;
  readonly validate?: {
    readonly required?: boolean;
    readonly minLength?: number;
    readonly maxLength?: number;
    readonly min?: number;
    readonly max?: number;
    readonly pattern?: string;
  };
}

// A form of an office has no longer answer; the limit keeps a pasted book out of the process variables.
const LONGEST_TEXT = 20_000;

/**
 * Keeps of `data` what the form asks for and checks it by the form's own rules. The browser has checked the same
 * before; here it counts. Keys that the form does not name are dropped, so that nobody sets a process variable by hand.
 */
export function checkFormData(
  form: Readonly<Record<string, unknown>> | null,
  data: Readonly<Record<string, unknown>>,
): Record<string, unknown> | Rejection {
  const accepted: Record<string, unknown> = {};
  const reasons: Rejection[] = [];
  for (const field of form ? fieldsOf(form) : []) {
    if (!field.key || field.disabled || field.readonly) continue;
    const value = normalised(field, data[field.key]);
    const reason = checkField(field, value);
    if (reason) reasons.push(reason);
    else if (value !== undefined) accepted[field.key] = value;
  }
  return reasons.length > 0 ? reject('aufgabe.formIncomplete', {}, reasons) : accepted;
}

/** Keys of the fields of a form, in order. */
export function formKeys(form: Readonly<Record<string, unknown>> | null): string[] {
  return form ? fieldsOf(form).flatMap(({ key }) => key ?? []) : [];
}

function fieldsOf(component: FormComponent): FormComponent[] {
  return (component.components ?? []).flatMap((child) => (child.components ? fieldsOf(child) : [child]));
}

/**
 * An emptied field arrives as null or as an empty text; both mean that there is no answer. A number that arrives as text
 * becomes one: the conditions of a process compare numbers with numbers only.
 */
function normalised({ type }: FormComponent, value: unknown): unknown {
  if (typeof value !== 'string') return value ?? undefined;
  const text = value.normalize('NFC').trim();
  if (text === '') return undefined;
  return type === 'number' && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function checkField(field: FormComponent, value: unknown): Rejection | null {
  const name = field.label ?? field.key ?? '';
  const rule = field.validate ?? {};
  if (value === undefined) return rule.required ? reject('aufgabe.fieldMissing', { field: name }) : null;
  const wrong: Wrong = (reasonDe, reasonEn) => reject('aufgabe.fieldInvalid', { field: name, reasonDe, reasonEn });
  switch (field.type) {
    case 'number':
      return checkNumber(field, value, wrong);
    case 'checkbox':
      if (typeof value !== 'boolean') return wrong('weder ja noch nein', 'neither yes nor no');
      return rule.required && !value ? reject('aufgabe.fieldMissing', { field: name }) : null;
    case 'radio':
    case 'select':
      return field.values && !field.values.some((option) => option.value === value)
        ? wrong('nicht in der Auswahl', 'not one of the options')
        : null;
    default:
      return checkText(rule, value, wrong);
  }
}

type Wrong = (reasonDe: string, reasonEn: string) => Rejection;

function checkNumber({ validate, decimalDigits }: FormComponent, value: unknown, wrong: Wrong): Rejection | null {
  const { min, max } = validate ?? {};
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrong('keine Zahl', 'not a number');
  if (min !== undefined && value < min) return wrong(`kleiner als ${min}`, `less than ${min}`);
  if (max !== undefined && value > max) return wrong(`größer als ${max}`, `more than ${max}`);
  if (decimalDigits !== undefined && Number(value.toFixed(decimalDigits)) !== value) {
    return wrong(`mehr als ${decimalDigits} Nachkommastellen`, `more than ${decimalDigits} decimal places`);
  }
  return null;
}

function checkText(rule: NonNullable<FormComponent['validate']>, value: unknown, wrong: Wrong): Rejection | null {
  if (typeof value !== 'string') return wrong('kein Text', 'not a text');
  if (value.includes('\0')) return wrong('enthält ein verbotenes Zeichen', 'contains a forbidden character');
  const longest = Math.min(rule.maxLength ?? LONGEST_TEXT, LONGEST_TEXT);
  if (value.length > longest) return wrong(`länger als ${longest} Zeichen`, `longer than ${longest} characters`);
  if (rule.minLength !== undefined && value.length < rule.minLength) {
    return wrong(`kürzer als ${rule.minLength} Zeichen`, `shorter than ${rule.minLength} characters`);
  }
  if (rule.pattern !== undefined && !new RegExp(rule.pattern, 'u').test(value)) {
    return wrong('falsches Muster', 'wrong pattern');
  }
  return null;
}
