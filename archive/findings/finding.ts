import { fileTexts } from './texts/file.js';
import { messageTexts } from './texts/message.js';
import { packageTexts } from './texts/package.js';
import { recordTexts } from './texts/record.js';
import { structureTexts } from './texts/structure.js';
import { xmlTexts } from './texts/xml.js';

/** One sentence in both languages of the product. */
export interface Sentence {
  readonly de: string;
  readonly en: string;
}

/** `error` keeps a message from leaving the house; `warning` is shown to a person and blocks nothing. */
export type Severity = 'error' | 'warning';

/** The wording of one finding: what was expected and found, and what to do. `{name}` places are filled in. */
export interface FindingText extends Sentence {
  readonly severity: Severity;
  readonly remedy: Sentence;
}

/** Everything that the packaging code can find wrong, one part per concern. */
export const FINDINGS = {
  ...xmlTexts,
  ...structureTexts,
  ...messageTexts,
  ...recordTexts,
  ...fileTexts,
  ...packageTexts,
} satisfies Record<string, FindingText>;

export type FindingCode = keyof typeof FINDINGS;

/** Where something was found: element path or entry name, and the line of the XML where there is one. */
export interface Place {
  readonly path: string;
  readonly line?: number;
}

/** One violation as a value. It is never thrown for bad input; a list of findings is the answer to bad input. */
export interface Finding extends Place, FindingText {
  readonly kind: 'finding';
  readonly code: FindingCode;
}

/** What fills the `{name}` places; a Sentence fills each language with its own words. */
export type Values = Readonly<Record<string, string | number | Sentence>>;

/** Builds a finding from the catalogue. `values` fill the `{name}` places; long values are cut to stay readable. */
export function finding(code: FindingCode, place: Place, values: Values = {}): Finding {
  const text: FindingText = FINDINGS[code];
  return {
    kind: 'finding',
    code,
    severity: text.severity,
    ...place,
    ...fill(text, values),
    remedy: fill(text.remedy, values),
  };
}

/** True if at least one finding blocks. */
export function blocks(findings: readonly Finding[]): boolean {
  return findings.some((each) => each.severity === 'error');
}

function fill(sentence: Sentence, values: Values): Sentence {
  const inLanguage = (language: keyof Sentence) =>
    sentence[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name] ?? whole;
      return readable(typeof value === 'object' ? value[language] : value);
    });
  return { de: inLanguage('de'), en: inLanguage('en') };
}

/** Values come out of hostile files: at most 120 characters, and control characters made visible. */
function readable(value: string | number): string {
  const text = String(value).replace(/[\p{Cc}\p{Cs}]/gu, (each) => `\\u${hex(each)}`);
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
