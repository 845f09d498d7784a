import type { LanguageCode } from '../../live/language.js';
import { asTextField, type WrittenFields, writtenFields } from './writing.js';

/** A form-js schema as far as it is read here. */
export interface FormComponent {
  readonly id?: string;
  readonly key?: string;
  readonly type?: string;
  readonly label?: string;
  readonly description?: string;
  readonly text?: string;
  readonly components?: readonly FormComponent[];
  readonly values?: readonly FormOption[];
  readonly properties?: Readonly<Record<string, string>>;
  readonly [other: string]: unknown;
}

export interface FormOption {
  readonly value: string;
  readonly label: string;
  readonly [other: string]: unknown;
}

export interface Decision {
  readonly value: string;
  readonly label: string;
}

export interface PreparedForm {
  readonly schema: Readonly<Record<string, unknown>>;
  /** Whether the schema has any field left to fill in. */
  readonly fields: 'some' | 'none';
  /** Read-only fields, which are shown as words and not as fields. */
  readonly readOnly: readonly FormComponent[];
  /** Fields whose values are written on the page in another way than the process stores them. */
  readonly writings: WrittenFields;
  /** Options of the field `entscheidung`, which stand as buttons in the act bar; empty without such a field. */
  readonly decisions: readonly Decision[];
  /** Label of every field by its key, in the language of the page. */
  readonly labels: ReadonlyMap<string, string>;
}

/** The field whose options become act buttons, so that one click decides. */
const DECISION_KEY = 'entscheidung';

/**
 * Makes a form of a process ready to show: texts in the chosen language (`properties["label.en"]` and so on, for
 * options `label.en.<value>`), the decision and the read-only fields taken out of the fields.
 *
 * @param today calendar day that short forms of a date count from
 */
export function prepareForm(
  form: Readonly<Record<string, unknown>>,
  language: LanguageCode,
  today: string,
): PreparedForm {
  const root = form as FormComponent;
  const all = flat(root).map((component) => inLanguage(component, language));
  const writings = writtenFields(all.filter(isField), today);
  const decision = all.find((component) => component.key === DECISION_KEY);
  return {
    schema: remaining(root, language, writings),
    fields: all.some((component) => component.key && isField(component)) ? 'some' : 'none',
    readOnly: all.filter((component) => component.key && component['readonly'] === true),
    decisions: (decision?.values ?? []).map(({ value, label }) => ({ value, label })),
    writings,
    labels: new Map(all.flatMap(({ key, label }) => (key ? [[key, label ?? key] as const] : []))),
  };
}

function isField(component: FormComponent): boolean {
  return component.key !== DECISION_KEY && component['readonly'] !== true;
}

function remaining(component: FormComponent, language: LanguageCode, writings: WrittenFields): FormComponent {
  const translated = inLanguage(component, language);
  if (!component.components) return writings.has(component.key ?? '') ? asTextField(translated) : translated;
  const components = component.components.filter(isField).map((child) => remaining(child, language, writings));
  return { ...translated, components };
}

function flat(component: FormComponent): FormComponent[] {
  return (component.components ?? []).flatMap((child) => [child, ...flat(child)]);
}

function inLanguage(component: FormComponent, language: LanguageCode): FormComponent {
  const texts = component.properties;
  if (language === 'de' || !texts) return component;
  const translated: Record<string, unknown> = { ...component };
  const error = texts[`error.${language}`];
  if (error !== undefined) translated['properties'] = { ...texts, error };
  for (const name of ['label', 'description', 'text']) {
    const text = texts[`${name}.${language}`];
    if (text !== undefined) translated[name] = text;
  }
  if (component.values) {
    translated['values'] = component.values.map((option) => ({
      ...option,
      label: texts[`label.${language}.${option.value}`] ?? texts[`${option.value}.label.${language}`] ?? option.label,
    }));
  }
  return translated;
}
