import { date, euro } from '../../locale/format.js';
import type { FormComponent } from './form-schema.js';

/** A field that is only to be read: shown as words, written as people write it, and no stop on the way with Tab. */
export interface FormFact {
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

/** Shows what a read-only field holds; an empty one shows a dash, so that its absence is seen. */
export function factOf(component: FormComponent, data: Readonly<Record<string, unknown>>): FormFact {
  const key = component.key ?? '';
  return { key, label: component.label ?? key, value: words(component, data[key]) };
}

function words(component: FormComponent, value: unknown): string {
  if (value === undefined || value === null || value === '') return '–';
  const suffix = (component['appearance'] as { suffixAdorner?: string } | undefined)?.suffixAdorner;
  const isEuro = suffix === '€' || component.key?.endsWith('Euro') === true;
  if (component.type === 'number' && isEuro && Number.isFinite(Number(value)))
    return euro(Math.round(Number(value) * 100));
  if (typeof value === 'boolean') return value ? $localize`:@@form.yes:ja` : $localize`:@@form.no:nein`;
  const text = typeof value === 'object' ? JSON.stringify(value) : `${value as string | number | bigint}`;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return date(text);
  if (/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return text.replace(/(.{4})(?=.)/g, '$1 ');
  return suffix ? `${text} ${suffix}` : text;
}
