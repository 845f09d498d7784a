import { isProved } from '../protokoll/verdict-text.js';
import type { ConsistencyReport } from './check-consistency.js';

const number = { de: new Intl.NumberFormat('de-DE'), en: new Intl.NumberFormat('en-GB') };

/** The report as a person at the terminal reads it: first the verdict, then each finding, then what to do. */
export function describeReport(report: ConsistencyReport, seconds: number, language: 'de' | 'en'): string {
  const { objects, open, protokoll, repairs, state } = report;
  const n = (value: number) => number[language].format(value);
  const broken = protokoll.filter((verdict) => !isProved(verdict)).length;
  const rows = protokoll.reduce((sum, verdict) => sum + verdict.rows, 0);
  const say = (de: string, en: string) => (language === 'de' ? de : en);
  return [
    state === 'consistent'
      ? say(
          'In Ordnung: Was die Akten nennen, ist da und unverändert.',
          'In order: what the records name is there and unchanged.',
        )
      : say('NICHT IN ORDNUNG.', 'NOT IN ORDER.'),
    say(
      `Ablage: ${n(objects.stored)} Dateien; die Akten nennen ${n(objects.referenced)}, ${n(objects.read)} davon ganz gelesen.`,
      `Store: ${n(objects.stored)} files; the records name ${n(objects.referenced)}, ${n(objects.read)} of them read whole.`,
    ),
    say(
      `Auf ${n(objects.orphans)} Dateien verweist nichts; sie werden nach einem Tag entfernt.`,
      `Nothing refers to ${n(objects.orphans)} files; they are removed after a day.`,
    ),
    say(
      `Protokoll: ${n(rows)} Zeilen, ${broken === 0 ? 'unverändert' : 'FEHLERHAFT; „npm run protokoll:verify“ nennt die Stelle'}.`,
      `Audit trail: ${n(rows)} rows, ${broken === 0 ? 'unchanged' : 'BROKEN; "npm run protokoll:verify" names the place'}.`,
    ),
    ...open.map(({ sentence }) => `- ${sentence[language]}`),
    ...(objects.more > 0
      ? [say(`- und ${n(objects.more)} weitere Dateien.`, `- and ${n(objects.more)} more files.`)]
      : []),
    ...(repairs.restored + repairs.removed + repairs.renewed > 0
      ? [
          say(
            `Behoben: ${n(repairs.restored)} aus der Sicherung geholt, ${n(repairs.removed)} Dateien ohne Verweis entfernt, ${n(repairs.renewed)} Einträge der Suche werden neu gelesen.`,
            `Repaired: ${n(repairs.restored)} from the backup, ${n(repairs.removed)} files without reference removed, ${n(repairs.renewed)} records are read anew for the search.`,
          ),
        ]
      : []),
    ...(state === 'faulty'
      ? [
          say(
            'Abhilfe: „npm run pruefe -- --reparieren --aus <Sicherung von data/objects>“ holt Dateien zurück, deren Prüfsumme stimmt.',
            'Remedy: "npm run pruefe -- --reparieren --aus <backup of data/objects>" brings back files whose hash is right.',
          ),
        ]
      : []),
    say(`Dauer: ${seconds.toFixed(1).replace('.', ',')} s.`, `Time: ${seconds.toFixed(1)} s.`),
  ].join('\n');
}

/** The same for a program. */
export function reportAsJson(report: ConsistencyReport, seconds: number): string {
  const { objects, open, protokoll, repairs, state } = report;
  const { findings: _told, ...counts } = objects;
  return JSON.stringify(
    {
      state,
      seconds: Math.round(seconds * 10) / 10,
      objects: counts,
      repairs,
      protokoll: protokoll.map((verdict) => ({
        mandantId: verdict.mandantId,
        rows: verdict.rows,
        state: isProved(verdict) ? 'proved' : 'broken',
      })),
      findings: open.map(({ kind, mandantId, count, sentence, reference }) => ({
        ...{ kind, mandantId, count, sentence },
        ...(reference ? { sha256: reference.sha256, table: reference.table } : {}),
      })),
    },
    null,
    2,
  );
}
