import type { Sentence } from '../contract/rejections.js';
import { isNachweisProved, type NachweisFault, type NachweisVerdict } from './nachweis.js';

const FAULTS: Readonly<Record<NachweisFault, Sentence>> = {
  notANachweis: { de: 'das ist kein Nachweis', en: 'this is no proof file' },
  checkpoint: { de: 'der Prüfpunkt ist beschädigt', en: 'the checkpoint is damaged' },
  notARow: { de: 'das ist kein Protokolleintrag', en: 'this is no audit row' },
  foreign: { de: 'der Eintrag gehört zu einem anderen Mandanten', en: 'the entry belongs to another tenant' },
  changed: { de: 'der Eintrag wurde verändert', en: 'the entry was changed' },
  content: { de: 'der Inhalt wurde verändert', en: 'the content was changed' },
  notIncluded: { de: 'der Eintrag steht nicht im Protokoll', en: 'the entry is not in the audit trail' },
  order: { de: 'die Reihenfolge stimmt nicht', en: 'the order is wrong' },
  incomplete: { de: 'es fehlen Zeilen', en: 'rows are missing' },
};

const SIGNATURES: Readonly<Record<NachweisVerdict['signature'], Sentence>> = {
  signed: {
    de: 'Der Prüfpunkt ist mit dem angegebenen Schlüssel signiert.',
    en: 'The checkpoint is signed with the key given.',
  },
  unchecked: {
    de: 'Signatur nicht geprüft: Mit --key einen öffentlichen Schlüssel von außen angeben.',
    en: 'Signature not checked: give a public key from outside with --key.',
  },
  unsigned: { de: 'Der Prüfpunkt ist nicht signiert.', en: 'The checkpoint is not signed.' },
  foreign: {
    de: 'Der Prüfpunkt ist von keinem der angegebenen Schlüssel signiert.',
    en: 'The checkpoint is signed by none of the keys given.',
  },
  forged: { de: 'Die Signatur des Prüfpunkts ist gefälscht.', en: 'The signature of the checkpoint is forged.' },
};

/** The verdict over a Nachweis in German and, below it, in English. */
export function describeNachweis(verdict: NachweisVerdict): string {
  const { akte, checkpoint, signature, rows, erased, younger, broken } = verdict;
  const state = isNachweisProved(verdict) ? ['bewiesen', 'proved'] : ['NICHT BEWIESEN', 'NOT PROVED'];
  const name = akte ? `${akte.aktenzeichen} ${akte.betreff}` : '?';
  const at = checkpoint?.at ?? '?';
  return [
    `Akte ${name}: ${state[0]}. ${rows} Einträge standen am ${at} im Protokoll, ${erased} ohne ihren gelöschten Inhalt; ${younger} sind jünger.`,
    ...(broken ? [`  Zeile ${broken.line}: ${FAULTS[broken.reason].de}.`] : []),
    `  ${SIGNATURES[signature].de}`,
    `File ${name}: ${state[1]}. ${rows} entries were in the audit trail at ${at}, ${erased} without their erased content; ${younger} are younger.`,
    ...(broken ? [`  Line ${broken.line}: ${FAULTS[broken.reason].en}.`] : []),
    `  ${SIGNATURES[signature].en}`,
  ].join('\n');
}
