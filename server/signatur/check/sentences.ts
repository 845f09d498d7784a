import type { Sentence } from '../../contract/rejections.js';
import { FAULTS, type FaultCode } from './faults.js';

export interface Told {
  readonly kind: 'signature' | 'timestamp';
  readonly signerName: string;
  readonly fault: FaultCode | null;
  readonly coverage: 'wholeFile' | 'laterChanges' | 'notCheckable';
  readonly binding: 'bound' | 'named' | 'none';
}

/**
 * One sentence or two for a person who decides about an Eingang. It never says "valid": without trust lists no one
 * knows who the signer is, only whether the bytes are those that were signed.
 */
export function tell(told: Told): Sentence {
  const { de, en } = told.fault === null ? tellIntact(told) : tellFault(told, told.fault);
  return { de, en };
}

function tellIntact(told: Told): Sentence {
  const name = told.signerName;
  const since = told.kind === 'timestamp' ? ['dem Zeitstempel', 'the time stamp'] : ['der Signatur', 'the signature'];
  const what: Sentence =
    told.coverage === 'wholeFile'
      ? {
          de: `Inhalt unverändert seit ${since[0]} von ${name}.`,
          en: `Content unchanged since ${since[1]} of ${name}.`,
        }
      : {
          de: `Die Fassung zur Zeit ${told.kind === 'timestamp' ? 'des Zeitstempels' : 'der Signatur'} von ${name} ist unverändert enthalten. Danach wurde die Datei ergänzt oder geändert; das ist nicht mitsigniert.`,
          en: `The version at the time of ${since[1]} of ${name} is contained unchanged. After that the file was extended or changed; that part is not signed.`,
        };
  const doubt: Sentence =
    told.binding === 'bound'
      ? { de: '', en: '' }
      : {
          de: ' Der Name steht in einem Zertifikat, das die Signatur nicht festlegt.',
          en: ' The name stands in a certificate that the signature does not fix.',
        };
  return {
    de: `${what.de}${doubt.de} Ob das Zertifikat vertrauenswürdig ist, wurde nicht geprüft.`,
    en: `${what.en}${doubt.en} Whether the certificate can be trusted was not checked.`,
  };
}

function tellFault({ kind, signerName }: Told, code: FaultCode): Sentence {
  const fault = FAULTS[code];
  const what = kind === 'timestamp' ? ['Der Zeitstempel', 'The time stamp'] : ['Die Signatur', 'The signature'];
  // Of a broken signature even the name is only claimed.
  const by =
    signerName === '' ? UNKNOWN : { de: `, angeblich von ${signerName},`, en: `, allegedly of ${signerName},` };
  return fault.integrity === 'broken'
    ? {
        de: `${what[0]}${by.de} bestätigt den Inhalt nicht: ${fault.de}.`,
        en: `${what[1]}${by.en} does not confirm the content: ${fault.en}.`,
      }
    : {
        de: `${what[0]}${by.de} wurde nicht geprüft: ${fault.de}.`,
        en: `${what[1]}${by.en} was not checked: ${fault.en}.`,
      };
}

const UNKNOWN: Sentence = { de: '', en: '' };

/** What is said of a file as a whole, where traces of signatures cannot be given to a signature field. */
export const PROBLEMS = {
  encrypted: {
    de: 'Die Datei ist verschlüsselt. Ihre Signaturen wurden nicht geprüft.',
    en: 'The file is encrypted. Its signatures were not checked.',
  },
  unreadable: {
    de: 'Die Datei ist beschädigt. Sie enthält Spuren einer Signatur, die nicht geprüft werden konnte.',
    en: 'The file is damaged. It contains traces of a signature that could not be checked.',
  },
  strayTraces: {
    de: 'Die Datei enthält Spuren einer weiteren Signatur, die in der jetzigen Fassung nicht mehr vorkommt.',
    en: 'The file contains traces of another signature that is not part of the present version.',
  },
  sharedSignature: {
    de: 'Dieselbe Signatur ist in mehreren Feldern eingetragen.',
    en: 'The same signature is entered in several fields.',
  },
} as const satisfies Record<string, Sentence>;

export type ProblemCode = keyof typeof PROBLEMS;
