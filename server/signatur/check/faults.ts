import type { Sentence } from '../../contract/rejections.js';

/**
 * Why a signature does not say "unchanged". `broken` means: the file contradicts its signature, or its structure leaves
 * room for another content. `notCheckable` means: we lack what a check needs, and claim nothing.
 */
export const FAULTS = {
  byteRange: broken(
    'die Angabe, welche Bytes sie schützt, ist fehlerhaft',
    'the statement of the bytes it protects is faulty',
  ),
  contents: broken('das Feld für den Signaturwert ist fehlerhaft', 'the field for the signature value is faulty'),
  cms: broken('der Signaturwert ist fehlerhaft aufgebaut', 'the signature value is malformed'),
  attributes: broken('die signierten Angaben sind unvollständig', 'the signed attributes are incomplete'),
  digest: broken('der Inhalt wurde danach verändert', 'the content was changed afterwards'),
  signatureValue: broken(
    'der Signaturwert passt nicht zum Zertifikat',
    'the signature value does not belong to the certificate',
  ),
  certificateBinding: broken('sie gehört zu einem anderen Zertifikat', 'it belongs to another certificate'),
  revision: broken(
    'die signierte Fassung ist kein vollständiges Dokument',
    'the signed version is not a complete document',
  ),
  algorithm: notCheckable('das Verfahren ist unbekannt oder zu schwach', 'the algorithm is unknown or too weak'),
  key: notCheckable('der Schlüssel ist unbrauchbar oder zu kurz', 'the key is unusable or too short'),
  certificateMissing: notCheckable('das Zertifikat fehlt', 'the certificate is missing'),
  noAttributes: notCheckable('das Format ist veraltet', 'the format is obsolete'),
  subFilter: notCheckable('das Format ist nicht bekannt', 'the format is not known'),
  tooMuch: notCheckable('die Datei enthält zu viele Signaturen', 'the file contains too many signatures'),
} as const;

export type FaultCode = keyof typeof FAULTS;

interface Fault extends Sentence {
  readonly integrity: 'broken' | 'notCheckable';
}

function broken(de: string, en: string): Fault {
  return { integrity: 'broken', de, en };
}

function notCheckable(de: string, en: string): Fault {
  return { integrity: 'notCheckable', de, en };
}
