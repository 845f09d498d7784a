import type { FindingText } from '../finding.js';

/** What is wrong before the XML says anything: bytes, encoding, syntax. */
export const xmlTexts = {
  'xml.encoding': {
    severity: 'error',
    de: 'Erwartet: XML in UTF-8. Gefunden: {found}.',
    en: 'Expected: XML in UTF-8. Found: {found}.',
    remedy: { de: 'Nachricht in UTF-8 neu erzeugen lassen.', en: 'Have the message written again in UTF-8.' },
  },
  'xml.doctype': {
    severity: 'error',
    de: 'Erwartet: XML ohne DOCTYPE. Gefunden: eine DOCTYPE-Angabe. Sie könnte fremde Dateien nachladen.',
    en: 'Expected: XML without DOCTYPE. Found: a DOCTYPE declaration. It could load foreign files.',
    remedy: { de: 'Nachricht ohne DOCTYPE neu erzeugen lassen.', en: 'Have the message written again without it.' },
  },
  'xml.tooLarge': {
    severity: 'error',
    de: 'Erwartet: höchstens {limit} Bytes XML. Gefunden: mehr.',
    en: 'Expected: at most {limit} bytes of XML. Found: more.',
    remedy: { de: 'Auf mehrere Nachrichten verteilen.', en: 'Split it into several messages.' },
  },
  'xml.notWellFormed': {
    severity: 'error',
    de: 'Das XML ist nicht wohlgeformt: {reason}',
    en: 'The XML is not well-formed: {reason}',
    remedy: { de: 'Nachricht neu erzeugen lassen.', en: 'Have the message written again.' },
  },
  'xml.forbiddenCharacter': {
    severity: 'error',
    de: 'Das Zeichen {character} ist in XML verboten.',
    en: 'The character {character} is forbidden in XML.',
    remedy: { de: 'Zeichen im Datensatz entfernen.', en: 'Remove the character from the record.' },
  },
} satisfies Record<string, FindingText>;
