import { dayWriting } from './day-writing.js';
import { decimalWriting } from './decimal-writing.js';
import type { FormComponent } from './form-schema.js';

type Data = Readonly<Record<string, unknown>>;

/** How people write a value that is not text: amounts with a comma, days as in a letter. */
export interface Writing {
  /** The value as the page shows it; what is no such value stays as it is. */
  write(value: unknown): unknown;
  /** The value that was typed, or the sentence that says what is wrong with it. */
  read(typed: string): { readonly value: unknown } | { readonly fault: string };
}

/** The writing of each field that has one, by its key. */
export type WrittenFields = ReadonlyMap<string, Writing>;

/** @param today calendar day that `heute` and `24.11.` count from */
export function writtenFields(components: readonly FormComponent[], today: string): WrittenFields {
  return new Map(
    components.flatMap((component) => {
      const writing = decimalWriting(component) ?? dayWriting(component, today);
      return component.key && writing ? [[component.key, writing] as const] : [];
    }),
  );
}

/** A field with a writing of its own is a text field on the page: the form library writes 571.04, whatever the language. */
export function asTextField(component: FormComponent): FormComponent {
  const { decimalDigits: _digits, increment: _increment, ...rest } = component;
  const validate = component['validate'] as { required?: boolean } | undefined;
  return { ...rest, type: 'textfield', validate: validate?.required ? { required: true } : {} };
}

/** The data as the form shows it. */
export function written(data: Data, fields: WrittenFields): Record<string, unknown> {
  return mapped(data, fields, (value, writing) => writing.write(value));
}

/** The data as the act wants it. The fields have been checked: what cannot be read here stays as it was typed. */
export function read(data: Data, fields: WrittenFields): Record<string, unknown> {
  return mapped(data, fields, (value, writing) => {
    if (typeof value !== 'string' || value.trim() === '') return value;
    const answer = writing.read(value);
    return 'value' in answer ? answer.value : value;
  });
}

/** What is wrong in a field; null for a right or empty one. */
export function faultOf(key: string | undefined, value: unknown, fields: WrittenFields): string | null {
  const writing = key === undefined ? undefined : fields.get(key);
  if (!writing || typeof value !== 'string' || value.trim() === '') return null;
  const answer = writing.read(value);
  return 'fault' in answer ? answer.fault : null;
}

function mapped(
  data: Data,
  fields: WrittenFields,
  change: (value: unknown, writing: Writing) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      const writing = fields.get(key);
      return [key, writing ? change(value, writing) : value];
    }),
  );
}
