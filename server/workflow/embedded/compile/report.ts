import type { Finding } from '../../../contract/finding.js';
import type { Sentence } from '../../../contract/rejections.js';
import { FINDING_TEXTS, type FindingCode } from './finding-texts.js';

/** Collects what the check finds, so that the author of a model sees everything at once. */
export interface Report<Code extends string = FindingCode> {
  readonly findings: readonly Finding[];
  /** Adds one finding about the element with the id `at`. */
  add(code: Code, at: string, values?: Values, severity?: Finding['severity']): void;
}

type Values = Readonly<Record<string, string | number>>;

/** A report of what the check of a process finds. */
export function createReport(): Report {
  return createReportOf(FINDING_TEXTS);
}

/** A report that speaks in the given sentences; `{name}` places are filled. */
export function createReportOf<Code extends string>(texts: Readonly<Record<Code, Sentence>>): Report<Code> {
  const findings: Finding[] = [];
  return {
    findings,
    add: (code, at, values = {}, severity = 'error') => {
      const text = texts[code];
      findings.push({ code, severity, at, de: fill(text.de, values), en: fill(text.en, values) });
    },
  };
}

function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
