import type { VerifiedProtokoll } from './verify-database.js';

/** Nothing broken, and every checkpoint could be used: a damaged one is how an attacker would hide a cut-off tail. */
export function isProved({ broken, damagedCheckpoints }: VerifiedProtokoll): boolean {
  return broken === null && damagedCheckpoints.length === 0;
}

/** The verdict over one Mandant in German and, below it, in English. */
export function describeVerdict(verdict: VerifiedProtokoll): string {
  const { mandantId, rows, erased, checkpoints, broken, damagedCheckpoints, root } = verdict;
  const state = isProved(verdict) ? ['unverändert', 'unchanged'] : ['FEHLERHAFT', 'BROKEN'];
  return [
    `Mandant ${mandantId}: ${state[0]}. ${rows} Zeilen bewiesen, ${checkpoints} Prüfpunkte stimmen, ${erased} Inhalte gelöscht.`,
    ...(broken ? [`  ${broken.de}`] : []),
    ...damagedCheckpoints.map((file) => `  Der Prüfpunkt ${file} ist beschädigt oder verändert.`),
    `Tenant ${mandantId}: ${state[1]}. ${rows} rows proved, ${checkpoints} checkpoints agree, ${erased} contents erased.`,
    ...(broken ? [`  ${broken.en}`] : []),
    ...damagedCheckpoints.map((file) => `  The checkpoint ${file} is damaged or was changed.`),
    `  RFC 9162 ${rows} ${root.toString('base64')}`,
  ].join('\n');
}
