import type { Sentence } from '../contract/rejections.js';
import type { SignatureState, SignatureVerdict } from './check-signatures.js';
import type { VerifiedProtokoll } from './verify-database.js';

/**
 * Nothing broken, and every checkpoint could be used: a damaged one is how an attacker would hide a cut-off tail. Whoever
 * gives keys gets a proof only from what those keys have signed.
 */
export function isProved({ broken, damagedCheckpoints, signatures, rows }: VerifiedProtokoll): boolean {
  const signed = signatures === null || (signatures.wrong.length === 0 && (signatures.signed > 0 || rows === 0));
  return broken === null && damagedCheckpoints.length === 0 && signed;
}

/** The verdict over one Mandant in German and, below it, in English. */
export function describeVerdict(verdict: VerifiedProtokoll): string {
  const { mandantId, rows, erased, checkpoints, broken, damagedCheckpoints, signatures, root } = verdict;
  const state = isProved(verdict) ? ['unverändert', 'unchanged'] : ['FEHLERHAFT', 'BROKEN'];
  const said = signatureSentences(signatures, checkpoints);
  return [
    `Mandant ${mandantId}: ${state[0]}. ${rows} Zeilen bewiesen, ${checkpoints} Prüfpunkte stimmen, ${erased} Inhalte gelöscht.`,
    ...(broken ? [`  ${broken.de}`] : []),
    ...damagedCheckpoints.map((file) => `  Der Prüfpunkt ${file} ist beschädigt oder verändert.`),
    ...said.map(({ de }) => `  ${de}`),
    `Tenant ${mandantId}: ${state[1]}. ${rows} rows proved, ${checkpoints} checkpoints agree, ${erased} contents erased.`,
    ...(broken ? [`  ${broken.en}`] : []),
    ...damagedCheckpoints.map((file) => `  The checkpoint ${file} is damaged or was changed.`),
    ...said.map(({ en }) => `  ${en}`),
    `  RFC 9162 ${rows} ${root.toString('base64')}`,
  ].join('\n');
}

const FAULTS: Readonly<Record<Exclude<SignatureState, 'signed'>, Sentence>> = {
  forged: { de: 'trägt eine gefälschte Signatur', en: 'carries a forged signature' },
  foreign: { de: 'ist von keinem der angegebenen Schlüssel signiert', en: 'is signed by none of the keys given' },
  unsigned: { de: 'ist nicht signiert, obwohl ein älterer es ist', en: 'is not signed although an older one is' },
};

/** What the signatures are worth; always said, also where there is nothing to say against them. */
function signatureSentences(signatures: SignatureVerdict | null, checkpoints: number): Sentence[] {
  if (signatures === null) {
    if (checkpoints === 0) return [];
    const de = 'Signaturen der Prüfpunkte nicht geprüft: Mit --key einen öffentlichen Schlüssel von außen angeben.';
    return [{ de, en: 'Signatures of the checkpoints not checked: give a public key from outside with --key.' }];
  }
  const { signed, early, wrong } = signatures;
  return [
    {
      de: `${signed} Prüfpunkte sind mit den angegebenen Schlüsseln signiert, ${early} ältere noch nicht.`,
      en: `${signed} checkpoints are signed with the keys given, ${early} older ones not yet.`,
    },
    ...wrong.map(({ size, state }) => ({
      de: `Der Prüfpunkt über ${size} Zeilen ${FAULTS[state].de}.`,
      en: `The checkpoint over ${size} rows ${FAULTS[state].en}.`,
    })),
  ];
}
