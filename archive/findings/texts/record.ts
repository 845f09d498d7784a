import type { FindingText } from '../finding.js';

/** What is wrong with an Akte, a Vorgang or a Dokument although the schema may allow it. */
export const recordTexts = {
  'record.archivspezifischeMetadatenMissing': {
    severity: 'error',
    de: 'Erwartet: ArchivspezifischeMetadaten mit Aussonderungsart. Gefunden: keine.',
    en: 'Expected: ArchivspezifischeMetadaten with an Aussonderungsart. Found: none.',
    remedy: {
      de: 'Bewertung des Archivs oder Aussonderungsart des Aktenplans übernehmen.',
      en: 'Take over the decision of the archive or the Aussonderungsart of the Aktenplan.',
    },
  },
  'record.aussonderungsart': {
    severity: 'error',
    de: 'Erwartet: Aussonderungsart A (archivwürdig). Gefunden: {found}.',
    en: 'Expected: Aussonderungsart A (to be archived). Found: {found}.',
    remedy: { de: 'Nur archivwürdiges Schriftgut übergeben.', en: 'Hand over archival records only.' },
  },
  'record.aussonderungsartKonfigurierbar': {
    severity: 'warning',
    de: 'Die Aussonderungsart „{found}“ ist frei vergeben und nur nach Absprache mit dem Archiv erlaubt.',
    en: 'The Aussonderungsart "{found}" is not of the list and allowed only if agreed with the archive.',
    remedy: { de: 'Absprache mit dem Archiv prüfen.', en: 'Check the agreement with the archive.' },
  },
  'record.primaerdokumentMissing': {
    severity: 'error',
    de: 'Erwartet: mindestens ein Primärdokument. Gefunden: keines, und das Medium ist elektronisch.',
    en: 'Expected: at least one primary file. Found: none, and the Medium is electronic.',
    remedy: { de: 'Datei ergänzen oder Medium berichtigen.', en: 'Add the file or correct the Medium.' },
  },
  'record.uuid': {
    severity: 'error',
    de: 'Erwartet: eine UUID aus Ziffern, A bis F und Bindestrichen. Gefunden: „{found}“.',
    en: 'Expected: a UUID of digits, A to F and hyphens. Found: "{found}".',
    remedy: { de: 'Kennung neu vergeben.', en: 'Assign a new id.' },
  },
  'record.duplicateId': {
    severity: 'error',
    de: 'Die Kennung {id} ist schon vergeben an {first}.',
    en: 'The id {id} is already used by {first}.',
    remedy: { de: 'Jedem Objekt eine eigene Kennung geben.', en: 'Give every object an id of its own.' },
  },
  'record.betreffEmpty': {
    severity: 'error',
    de: 'Erwartet: ein Betreff. Gefunden: keiner oder ein leerer.',
    en: 'Expected: a Betreff. Found: none or an empty one.',
    remedy: { de: 'Betreff eintragen.', en: 'Enter a Betreff.' },
  },
  'record.betreffMissing': {
    severity: 'warning',
    de: 'Das Dokument hat keinen Betreff.',
    en: 'The Dokument has no Betreff.',
    remedy: { de: 'Betreff eintragen.', en: 'Enter a Betreff.' },
  },
  'record.laufzeit': {
    severity: 'error',
    de: 'Erwartet: Ende nicht vor Beginn. Gefunden: Beginn {beginn}, Ende {ende}.',
    en: 'Expected: end not before beginning. Found: beginning {beginn}, end {ende}.',
    remedy: { de: 'Laufzeit berichtigen.', en: 'Correct the Laufzeit.' },
  },
  'record.zda': {
    severity: 'error',
    de: 'Erwartet: zu den Akten verfügt. Gefunden: {found}.',
    en: 'Expected: filed and closed (z. d. A.). Found: {found}.',
    remedy: { de: 'Vorgang zu den Akten verfügen.', en: 'File and close the Vorgang.' },
  },
  'record.depth': {
    severity: 'error',
    de: 'Erwartet: höchstens {limit} Ebenen. Gefunden: Ebene {found}.',
    en: 'Expected: at most {limit} levels. Found: level {found}.',
    remedy: {
      de: 'Weniger tief gliedern oder mit dem Archiv absprechen.',
      en: 'Nest less, or agree with the archive.',
    },
  },
  'record.vertraulichkeit': {
    severity: 'warning',
    de: 'Die Vertraulichkeitsstufe {found} schließt die automatische Übergabe aus.',
    en: 'The Vertraulichkeitsstufe {found} excludes automatic delivery.',
    remedy: { de: 'Gesonderte Freigabe einholen.', en: 'Obtain a separate release.' },
  },
  'record.standortMissing': {
    severity: 'warning',
    de: 'Die Akte besteht auch aus Papier, nennt aber keinen Standort.',
    en: 'The Akte consists of paper too, but names no Standort.',
    remedy: { de: 'Standort eintragen.', en: 'Enter the Standort.' },
  },
  'record.din91379': {
    severity: 'error',
    de: 'Das Zeichen {character} gehört nicht zu DIN 91379. Gefunden in „{found}“.',
    en: 'The character {character} does not belong to DIN 91379. Found in "{found}".',
    remedy: { de: 'Zeichen ersetzen.', en: 'Replace the character.' },
  },
  'record.din91379Warning': {
    severity: 'warning',
    de: 'Das Zeichen {character} gehört nicht zu DIN 91379. Gefunden in „{found}“.',
    en: 'The character {character} does not belong to DIN 91379. Found in "{found}".',
    remedy: { de: 'Zeichen nach Möglichkeit ersetzen.', en: 'Replace the character if possible.' },
  },
} satisfies Record<string, FindingText>;
