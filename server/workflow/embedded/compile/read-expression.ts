import { isFeelProblem, parseFeel, type Expression } from '../feel/feel.js';
import { fromJson } from '../feel/json.js';
import { Decimal } from '../feel/values.js';
import type { Json } from '../json.js';
import type { Report } from './report.js';

/**
 * Reads an attribute that may be fixed text or, with a leading `=`, a FEEL expression. Fixed text that is a number
 * becomes one, as on Zeebe. A wrong expression is reported and gives null.
 */
export function readValue(text: string | undefined, at: string, report: Report): Expression | null {
  if (text === undefined) return null;
  return text.startsWith('=') ? readFeel(text, at, report) : constant(text);
}

/** Reads an attribute that must be an expression: fixed text is nearly always a forgotten `=`. */
export function readOnlyFeel(text: string | undefined, at: string, report: Report): Expression | null {
  if (text === undefined || text.startsWith('=')) return readValue(text, at, report);
  report.add('expression.static', at, { what: text });
  return null;
}

/** Reads the expression behind `=`. */
export function readFeel(text: string, at: string, report: Report): Expression | null {
  const source = text.slice(1).trim();
  const result = parseFeel(source);
  if (isFeelProblem(result)) {
    report.add('feel.invalid', at, { source, cause: result.de, causeEn: result.en });
    return null;
  }
  warnAboutDigits(source, at, report);
  return result;
}

/** Reads fixed text that must stay text: names, identifiers. */
export function constantText(text: string): Expression {
  return { source: JSON.stringify(text), evaluate: () => ({ value: text, missing: [] }) };
}

export function constantNumber(number: number): Expression {
  return constantJson(number);
}

/** A list of names: an expression, or fixed text with commas (`kasse, leitung`). */
export function readNames(text: string | undefined, at: string, report: Report): Expression | null {
  if (text === undefined || text.startsWith('=')) return readValue(text, at, report);
  return constantJson(text.split(',').map((name) => name.trim()));
}

function constant(text: string): Expression {
  return /^-?\d+(\.\d+)?$/.test(text) ? constantJson(Number(text)) : constantText(text);
}

function constantJson(json: Json): Expression {
  const value = fromJson(json);
  return { source: JSON.stringify(json), evaluate: () => ({ value, missing: [] }) };
}

// Expressions compute with decimals, but variables are JSON: 2^53 + 1 would come back as 2^53.
function warnAboutDigits(source: string, at: string, report: Report): void {
  const numbers = source.replace(/"(?:[^"\\]|\\.)*"/g, '""').match(/\d+(?:\.\d+)?/g) ?? [];
  if (numbers.some((text) => !new Decimal(text).equals(new Decimal(Number(text))))) {
    report.add('feel.digits', at, { source }, 'warning');
  }
}
