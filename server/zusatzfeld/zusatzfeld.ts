import type { ZusatzDefinition, ZusatzKind, ZusatzOption, ZusatzRule } from '../contract/zusatzfeld-views.js';
import { reject, type Rejection, type Sentence } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { compareAmounts } from './amount.js';

/** A field as it is stored now. */
export interface Zusatzfeld extends ZusatzDefinition {
  readonly id: Id;
  readonly kind: ZusatzKind;
  readonly key: string;
  readonly state: 'offen' | 'stillgelegt';
  readonly version: number;
}

/** A required value that a record still lacks. */
export interface MissingValue {
  readonly noun: ZusatzKind;
  readonly id: Id;
  /** Aktenzeichen or Betreff. */
  readonly record: string;
  readonly label: Sentence;
}

/** So many stay readable as one form; a form of a hundred questions is a program of its own. */
export const MOST_FIELDS = 60;

/** The places of a refusal that name a field. */
export function namesOf({ label }: { readonly label: Sentence }): { labelDe: string; labelEn: string } {
  return { labelDe: label.de, labelEn: label.en };
}

/** Everything that stands against a definition, or null. */
export function refuseDefinition(kind: ZusatzKind, { rule, dokumentArt }: ZusatzDefinition): Rejection | null {
  const found = [...limitFaults(rule), ...optionFaults(rule)];
  if (dokumentArt !== null && kind !== 'dokument') found.push(reject('zusatzfeld.artOnlyForDokumente'));
  return found.length === 0 ? null : reject('zusatzfeld.badDefinition', { count: found.length }, found);
}

/** What a field holds stays what it is: a number that becomes a day could not be read any more. */
export function refuseOtherArt(before: Zusatzfeld, after: ZusatzDefinition): Rejection | null {
  return before.rule.art === after.rule.art ? null : reject('zusatzfeld.otherArt', namesOf(before));
}

function limitFaults(rule: ZusatzRule): Rejection[] {
  const crossed = (low: string | number, high: string | number) => [reject('zusatzfeld.limitsCrossed', { low, high })];
  switch (rule.art) {
    case 'text':
      return rule.shortest > rule.longest ? crossed(rule.shortest, rule.longest) : [];
    case 'wholeNumber': {
      const { least, most } = rule;
      return least !== null && most !== null && least > most ? crossed(least, most) : [];
    }
    case 'amount': {
      const { least, most } = rule;
      return least !== null && most !== null && compareAmounts(least, most) > 0 ? crossed(least, most) : [];
    }
    case 'day': {
      const { earliest, latest } = rule;
      return earliest !== null && latest !== null && earliest > latest ? crossed(earliest, latest) : [];
    }
    case 'longText':
    case 'yesNo':
    case 'choice':
      return [];
  }
}

/** Two choices of one key cannot be told apart by us, two of one name not by people. */
function optionFaults(rule: ZusatzRule): Rejection[] {
  if (rule.art !== 'choice') return [];
  const twice = (of: (option: ZusatzOption) => string) =>
    rule.options.map(of).filter((text, index, all) => all.indexOf(text) < index);
  const found = new Set([...twice(({ key }) => key), ...twice(({ label }) => label.de)]);
  return [...found].map((option) => reject('zusatzfeld.optionTwice', { option }));
}
