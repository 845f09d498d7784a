import type { Finding } from '../findings/finding.js';

/** Codes of the blocking findings, sorted and each once: what a test about refusals compares. */
export function errorsOf(findings: readonly Finding[]): string[] {
  const codes = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  return [...new Set(codes)].sort();
}

/** Codes of all findings, sorted and each once. */
export function codesOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map(({ code }) => code))].sort();
}
