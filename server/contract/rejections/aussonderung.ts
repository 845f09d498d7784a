import type { RejectionText } from '../rejections.js';

export const aussonderungRejections = {
  'aussonderung.notTransferable': {
    status: 409,
    message: {
      de: '{count} von {total} Vorgängen können nicht abgegeben werden.',
      en: '{count} of {total} cases cannot be transferred.',
    },
    remedy: {
      de: 'Die genannten Vorgänge aus der Auswahl nehmen und erneut abgeben.',
      en: 'Take the cases named out of the selection and transfer again.',
    },
  },
  'aussonderung.vorgangNotTransferable': {
    status: 409,
    message: {
      de: '{aktenzeichen} kann nicht abgegeben werden. Offene Punkte: {count}.',
      en: '{aktenzeichen} cannot be transferred. Open points: {count}.',
    },
    remedy: { de: 'Die Punkte der Liste klären.', en: 'Deal with the points of the list.' },
  },
  'aussonderung.notClosed': {
    status: 409,
    message: {
      de: 'Erwartet: Der Vorgang ist z. d. A. Gefunden: noch offen.',
      en: 'Expected: the case is closed. Found: still open.',
    },
    remedy: { de: 'Den Vorgang z. d. A. verfügen lassen.', en: 'Have the case closed.' },
  },
  'aussonderung.alreadyTransferred': {
    status: 409,
    message: { de: 'Der Vorgang ist schon abgegeben.', en: 'The case has already been transferred.' },
    remedy: {
      de: 'Die frühere Abgabe in der Liste der Pakete suchen.',
      en: 'Look for the earlier transfer in the list of packages.',
    },
  },
  'aussonderung.unlimited': {
    status: 409,
    message: {
      de: 'Der Vorgang ist unbefristet aufzubewahren.',
      en: 'The case is to be kept without limit.',
    },
    remedy: {
      de: 'Die Aufbewahrungsfrist durch die Registratur prüfen lassen.',
      en: 'Have the records office check the retention period.',
    },
  },
  'aussonderung.periodRunning': {
    status: 409,
    message: {
      de: 'Die Aufbewahrungsfrist läuft noch bis zum {ende}.',
      en: 'The retention period runs until {ende}.',
    },
    remedy: { de: 'Nach diesem Tag abgeben.', en: 'Transfer after that day.' },
  },
  'aussonderung.toDestroy': {
    status: 409,
    message: {
      de: 'Aussonderungsart V: zu vernichten, wird nicht abgegeben.',
      en: 'Disposal class V: to be destroyed, is not transferred.',
    },
    remedy: {
      de: 'Aus der Auswahl nehmen; die Vernichtung ist ein eigenes Verfahren.',
      en: 'Take it out of the selection; destruction is a procedure of its own.',
    },
  },
  'aussonderung.toAppraise': {
    status: 409,
    message: {
      de: 'Aussonderungsart B: Das Archiv hat noch nicht bewertet.',
      en: 'Disposal class B: the archive has not appraised it yet.',
    },
    remedy: { de: 'Zuerst dem Archiv zur Bewertung anbieten.', en: 'Offer it to the archive for appraisal first.' },
  },
  'aussonderung.artMissing': {
    status: 409,
    message: { de: 'Der Vorgang hat keine Aussonderungsart.', en: 'The case has no disposal class.' },
    remedy: {
      de: 'Die Aussonderungsart durch die Registratur festlegen lassen.',
      en: 'Have the records office set the disposal class.',
    },
  },
  'aussonderung.confidential': {
    status: 409,
    message: {
      de: 'Die Vertraulichkeitsstufe „{stufe}“ schließt die automatische Abgabe aus.',
      en: 'The confidentiality level “{stufe}” excludes automatic transfer.',
    },
    remedy: {
      de: 'Herabstufen lassen oder gesondert übergeben.',
      en: 'Have it downgraded or hand it over separately.',
    },
  },
  'aussonderung.noDokument': {
    status: 409,
    message: { de: 'Der Vorgang enthält kein Dokument.', en: 'The case holds no document.' },
    remedy: {
      de: 'Durch die Registratur prüfen lassen, was fehlt.',
      en: 'Have the records office check what is missing.',
    },
  },
  'aussonderung.draftDokument': {
    status: 409,
    message: {
      de: 'Das Dokument „{dokument}“ ist noch ein Entwurf.',
      en: 'The document “{dokument}” is still a draft.',
    },
    remedy: { de: 'Den Entwurf zeichnen oder verwerfen lassen.', en: 'Have the draft signed or discarded.' },
  },
  'aussonderung.messageInvalid': {
    status: 422,
    message: {
      de: 'Die Nachricht an das Archiv besteht die Prüfung nicht. Befunde: {count}.',
      en: 'The message to the archive does not pass the check. Findings: {count}.',
    },
    remedy: {
      de: 'Die Befunde der Liste beheben; es wurde nichts abgegeben.',
      en: 'Resolve the findings of the list; nothing was transferred.',
    },
  },
  'aussonderung.finding': {
    status: 422,
    message: { de: '{de} Stelle: {at}', en: '{en} Place: {at}' },
    remedy: { de: '{remedyDe}', en: '{remedyEn}' },
  },
  'aussonderung.filesDamaged': {
    status: 409,
    message: {
      de: 'Es wurde nichts abgegeben. Beschädigte Dateien: {count}.',
      en: 'Nothing was transferred. Damaged files: {count}.',
    },
    remedy: { de: 'Die Administration verständigen.', en: 'Inform the administration.' },
  },
  'aussonderung.fileDamaged': {
    status: 409,
    message: {
      de: 'Die Datei „{name}“ ist nicht mehr die, die aufgenommen wurde: {problemDe}.',
      en: 'The file “{name}” is no longer the one that was checked in: {problemEn}.',
    },
    remedy: {
      de: 'Die Administration verständigen: Speicher prüfen, Sicherung einspielen.',
      en: 'Inform the administration: check the storage, restore from backup.',
    },
  },
} satisfies Record<string, RejectionText>;
