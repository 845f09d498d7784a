import type { Finding } from '../../../contract/act-types.js';
import { FINDING_TEXTS, type FindingCode } from './finding-texts.js';

/** Collects what the check finds, so that the author of a model sees everything at once. */
export interface Report {
  readonly findings: readonly Finding[];
  /** Adds one finding about the element with the id `at`. */
  add(code: FindingCode, at: string, values?: Values, severity?: Finding['severity']): void;
}

type Values = Readonly<Record<string, string | number>>;

export function createReport(): Report {
  const findings: Finding[] = [];
  return {
    findings,
    add: (code, at, values = {}, severity = 'error') => {
      const text = FINDING_TEXTS[code];
      findings.push({ code, severity, at, de: fill(text.de, values), en: fill(text.en, values) });
    },
  };
}

function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
