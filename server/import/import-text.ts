import type { Fault } from './fault.js';
import type { ProbedImport } from './probe-import.js';

type Language = 'de' | 'en';

/** Every refused line with field, reason and remedy, and what would be taken over. */
export function describeProbe({ lines, faults, count }: ProbedImport, language: Language): string {
  const akten = new Set(lines.map(({ akte }) => akte)).size;
  const vorgaenge = new Set(lines.map(({ akte, vorgang }) => JSON.stringify([akte, vorgang]))).size;
  const refused = new Set(faults.map(({ line }) => line)).size;
  const sum =
    language === 'de'
      ? `${count} Zeilen gelesen: ${lines.length} können übernommen werden (${akten} Akten, ${vorgaenge} Vorgänge), ${refused} nicht.`
      : `${count} lines read: ${lines.length} can be taken over (${akten} Akten, ${vorgaenge} Vorgänge), ${refused} cannot.`;
  return [sum, ...faults.map((each) => describeFault(each, language))].join('\n');
}

function describeFault({ line, field, rejection }: Fault, language: Language): string {
  const { message, remedy } = rejection;
  return language === 'de'
    ? `Zeile ${line}${field && `, ${field}`}: ${message.de} Abhilfe: ${remedy.de}`
    : `Line ${line}${field && `, ${field}`}: ${message.en} Remedy: ${remedy.en}`;
}

/** The same for a program. */
export function probeAsJson({ lines, faults, count }: ProbedImport): string {
  const told = faults.map(({ line, field, rejection: { code, message, remedy } }) => ({
    ...{ line, field, code, message, remedy },
  }));
  return JSON.stringify({ lines: count, good: lines.length, faults: told }, null, 2);
}
