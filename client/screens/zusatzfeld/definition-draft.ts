import type { DokumentArt } from '../../../server/contract/dokument-views.js';
import type { Id } from '../../../server/contract/views.js';
import type {
  ZusatzDefinition,
  ZusatzfeldView,
  ZusatzOption,
  ZusatzRule,
  ZusatzSigns,
} from '../../../server/contract/zusatzfeld-views.js';
import { readAmount, writeAmount } from './zusatz-words.js';

/** A definition as it stands in the fields of its sheet. */
export interface DefinitionDraft {
  readonly key: string;
  readonly de: string;
  readonly en: string;
  readonly art: ZusatzRule['art'];
  readonly need: ZusatzDefinition['need'];
  /** Lower and upper limit, whatever they limit. */
  readonly low: string;
  readonly high: string;
  readonly signs: ZusatzSigns;
  readonly options: readonly ZusatzOption[];
  readonly einheitId: Id | null;
  readonly dokumentArt: DokumentArt | null;
}

export const NEW_DRAFT: DefinitionDraft = {
  ...{ key: '', de: '', en: '', art: 'text', need: 'optional', low: '', high: '', signs: 'any', options: [] },
  ...{ einheitId: null, dokumentArt: null },
};

const LONGEST = { text: 500, longText: 4_000 };

export function draftOf(field: ZusatzfeldView): DefinitionDraft {
  const { key, label, rule, need, einheitId, dokumentArt } = field;
  const written = (limit: string | number | null) => (limit === null ? '' : String(limit));
  const draft = { ...NEW_DRAFT, key, de: label.de, en: label.en, art: rule.art, need, einheitId, dokumentArt };
  switch (rule.art) {
    case 'text':
      return { ...draft, low: written(rule.shortest || null), high: written(rule.longest), signs: rule.signs };
    case 'longText':
      return { ...draft, high: written(rule.longest) };
    case 'wholeNumber':
      return { ...draft, low: written(rule.least), high: written(rule.most) };
    case 'amount':
      return {
        ...draft,
        low: rule.least ? writeAmount(rule.least) : '',
        high: rule.most ? writeAmount(rule.most) : '',
      };
    case 'day':
      return { ...draft, low: written(rule.earliest), high: written(rule.latest) };
    case 'choice':
      return { ...draft, options: rule.options };
    case 'yesNo':
      return draft;
  }
}

/** What the fields say. A limit that is none goes as `NaN` or as it was typed, and the server names it. */
export function definitionOf(draft: DefinitionDraft): ZusatzDefinition {
  const { de, en, need, einheitId, dokumentArt } = draft;
  return { label: { de: de.trim(), en: en.trim() }, rule: ruleOf(draft), need, einheitId, dokumentArt };
}

function ruleOf({ art, low, high, signs, options }: DefinitionDraft): ZusatzRule {
  const number = (text: string) => (text.trim() === '' ? null : Number(text.trim()));
  const amount = (text: string) => (text.trim() === '' ? null : readAmount(text));
  switch (art) {
    case 'text':
      return { art, shortest: number(low) ?? 0, longest: number(high) ?? LONGEST.text, signs };
    case 'longText':
      return { art, longest: number(high) ?? LONGEST.longText };
    case 'wholeNumber':
      return { art, least: number(low), most: number(high) };
    case 'amount':
      return { art, least: amount(low), most: amount(high) };
    case 'day':
      return { art, earliest: low || null, latest: high || null };
    case 'choice':
      return { art, options: withKeys(options) };
    case 'yesNo':
      return { art };
  }
}

/** A choice has its key for good; a new one gets it from its German name. */
function withKeys(options: readonly ZusatzOption[]): ZusatzOption[] {
  const taken = new Set(options.map(({ key }) => key));
  return options.map(({ key, label }) => {
    if (key !== '') return { key, label };
    const wanted = keyFrom(label.de) || 'wahl';
    let free = wanted;
    for (let number = 2; taken.has(free); number += 1) free = `${wanted.slice(0, 36)}_${number}`;
    taken.add(free);
    return { key: free, label };
  });
}

/** „Größe der Fläche“ becomes `groesse_der_flaeche`. */
export function keyFrom(name: string): string {
  const plain = name
    .toLocaleLowerCase('de')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  return plain
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+/, '')
    .slice(0, 40)
    .replace(/_$/, '');
}
