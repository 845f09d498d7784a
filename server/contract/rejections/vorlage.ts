import type { RejectionText } from '../rejections.js';

const both = (de: string, en: string) => ({ de, en });

export const vorlageRejections = {
  'vorlage.unknown': {
    status: 422,
    message: { de: 'Die Vorlage „{name}“ gibt es nicht.', en: 'There is no template “{name}”.' },
    remedy: {
      de: 'Im Modell eine Vorlage aus processes/templates nennen.',
      en: 'Name a template of processes/templates in the model.',
    },
  },
  'vorlage.unreadable': {
    status: 422,
    message: {
      de: 'Die Vorlage „{name}“ ist nicht lesbar: {reason}.',
      en: 'The template “{name}” cannot be read: {reason}.',
    },
    remedy: { de: 'Die Datei der Vorlage berichtigen.', en: 'Correct the file of the template.' },
  },
  'vorlage.unfit': {
    status: 422,
    message: {
      de: '„{name}“ lässt sich nicht als Vorlage aufnehmen. Gründe: {count}.',
      en: '“{name}” cannot be taken as a template. Reasons: {count}.',
    },
    remedy: {
      de: 'Die Punkte der Liste in der Datei berichtigen und sie neu hochladen.',
      en: 'Correct the points of the list in the file and upload it again.',
    },
  },
  'vorlage.noTemplate': {
    status: 422,
    message: {
      de: 'Erwartet: ein Textdokument als .docx oder .odt. Gefunden: etwas anderes. {found}',
      en: 'Expected: a text document as .docx or .odt. Found: something else. {found}',
    },
    remedy: both('Die Datei als .docx oder .odt speichern.', 'Save the file as .docx or .odt.'),
  },
  'vorlage.templateOfTemplates': {
    status: 422,
    message: {
      de: 'Erwartet: .docx oder .odt. Gefunden: {found}; daraus würden wieder Vorlagen, keine Schreiben.',
      en: 'Expected: .docx or .odt. Found: {found}; it would make templates again, not letters.',
    },
    remedy: both('Die Datei als .docx oder .odt speichern.', 'Save the file as .docx or .odt.'),
  },
  'vorlage.macro': {
    status: 422,
    message: { de: 'Die Datei enthält Makros ({found}).', en: 'The file contains macros ({found}).' },
    remedy: both('Die Datei ohne Makros als .docx oder .odt speichern.', 'Save the file without macros.'),
  },
  'vorlage.embedded': {
    status: 422,
    message: {
      de: 'In der Datei steckt ein fremdes Objekt ({found}).',
      en: 'A foreign object is embedded in the file ({found}).',
    },
    remedy: both('Das Objekt löschen oder als Bild einfügen.', 'Delete the object or insert it as a picture.'),
  },
  'vorlage.external': {
    status: 422,
    message: {
      de: 'Die Datei lädt beim Öffnen etwas nach ({found}).',
      en: 'The file loads something when it is opened ({found}).',
    },
    remedy: both(
      'Bilder und Abschnitte in die Datei einbetten statt verknüpfen.',
      'Embed pictures and sections in the file instead of linking them.',
    ),
  },
  'vorlage.script': {
    status: 422,
    message: {
      de: 'Die Datei führt beim Öffnen oder Aktualisieren etwas aus ({found}).',
      en: 'The file runs something when it is opened or updated ({found}).',
    },
    remedy: both('Feld oder Skript löschen.', 'Delete the field or script.'),
  },
  'vorlage.damaged': {
    status: 422,
    message: {
      de: 'Ein Teil der Datei ist beschädigt oder hat einen Dokumenttyp ({found}).',
      en: 'A part of the file is damaged or has a document type ({found}).',
    },
    remedy: both('Die Datei öffnen und neu speichern.', 'Open the file and save it again.'),
  },
  'vorlage.tooLarge': {
    status: 422,
    message: {
      de: 'Der Inhalt der Datei ist größer, als ein Schreiben sein kann.',
      en: 'The content of the file is larger than a letter can be.',
    },
    remedy: both('Bilder verkleinern; höchstens 60 MB ausgepackt.', 'Shrink pictures; at most 60 MB unpacked.'),
  },
  'vorlage.placeUnknown': {
    status: 422,
    message: {
      de: 'Erwartet: eine Stelle, die es gibt. Gefunden: „{place}“.',
      en: 'Expected: a place that exists. Found: “{place}”.',
    },
    remedy: {
      de: 'Eine von diesen nehmen, oder eingabe.… für etwas, das beim Schreiben eingegeben wird: {known}.',
      en: 'Take one of these, or eingabe.… for what is typed when the letter is written: {known}.',
    },
  },
  'vorlage.placeFormat': {
    status: 422,
    message: {
      de: 'Die Stelle „{place}“ lässt sich so nicht schreiben.',
      en: 'The place “{place}” cannot be written like that.',
    },
    remedy: { de: 'Möglich hinter dem Strich: {formats}.', en: 'Possible behind the bar: {formats}.' },
  },
  'vorlage.placeBroken': {
    status: 422,
    message: {
      de: 'Doppelte Klammern ohne Gegenstück: „{found}“.',
      en: 'Double braces without counterpart: “{found}”.',
    },
    remedy: {
      de: 'Jede Stelle beginnt mit {{ und endet in derselben Zeile mit }}.',
      en: 'Each place begins with {{ and ends in the same line with }}.',
    },
  },
  'vorlage.nameTaken': {
    status: 409,
    message: { de: 'Eine Vorlage „{name}“ gibt es schon.', en: 'There is a template “{name}” already.' },
    remedy: {
      de: 'Einen anderen Namen wählen, oder dort eine neue Fassung hochladen.',
      en: 'Choose another name, or upload a new version there.',
    },
  },
  'vorlage.retired': {
    status: 409,
    message: { de: 'Die Vorlage „{name}“ ist außer Gebrauch.', en: 'The template “{name}” is out of use.' },
    remedy: {
      de: 'Eine andere nehmen, oder sie unter „Vorlagen“ wieder in Gebrauch nehmen lassen.',
      en: 'Take another one, or have it put into use again under “Templates”.',
    },
  },
  'vorlage.notHere': {
    status: 409,
    message: {
      de: 'Die Vorlage „{name}“ ist für diese Stelle des Aktenplans nicht vorgesehen.',
      en: 'The template “{name}” is not meant for this position of the filing plan.',
    },
    remedy: {
      de: 'Eine andere nehmen, oder die Stelle unter „Vorlagen“ eintragen lassen.',
      en: 'Take another one, or have the position entered under “Templates”.',
    },
  },
  'vorlage.valuesMissing': {
    status: 422,
    message: {
      de: 'Nicht jede Stelle der Vorlage lässt sich füllen. Gründe: {count}. Es ist nichts entstanden.',
      en: 'Not every place of the template can be filled. Reasons: {count}. Nothing was made.',
    },
    remedy: {
      de: 'Fehlendes eingeben, oder Akte und Kontakt ergänzen.',
      en: 'Type what is missing, or complete file and contact.',
    },
  },
  'vorlage.valueMissing': {
    status: 422,
    message: {
      de: 'Erwartet: ein Wert für „{place}“. Gefunden: keiner.',
      en: 'Expected: a value for “{place}”. Found: none.',
    },
    remedy: { de: 'Den Wert eingeben.', en: 'Type the value.' },
  },
  'vorlage.valueWrong': {
    status: 422,
    message: {
      de: 'Erwartet für „{place}“: etwas wie {de}. Gefunden: „{found}“.',
      en: 'Expected for “{place}”: something like {en}. Found: “{found}”.',
    },
    remedy: { de: 'Den Wert anders schreiben.', en: 'Write the value differently.' },
  },
  'vorlage.valueNotAsked': {
    status: 422,
    message: {
      de: 'Für „{place}“ war nichts einzugeben: Die Akte weiß es, oder die Vorlage hat die Stelle nicht.',
      en: 'Nothing was to be typed for “{place}”: the record knows it, or the template has no such place.',
    },
    remedy: {
      de: 'Die Vorschau neu laden; was in der Akte falsch ist, dort berichtigen.',
      en: 'Load the preview again; correct in the record what is wrong there.',
    },
  },
  'vorlage.partsUnfit': {
    status: 422,
    message: {
      de: 'Die Aktenvorlage „{name}“ geht so nicht. Gründe: {count}.',
      en: 'The file template “{name}” does not work like this. Reasons: {count}.',
    },
    remedy: { de: 'Die Punkte der Liste berichtigen.', en: 'Correct the points of the list.' },
  },
  'vorlage.partMisplaced': {
    status: 422,
    message: {
      de: '„{betreff}“ liegt falsch: In einer Akte liegen Teilakten und Vorgänge, in einem Vorgang Teilvorgänge und Dokumente.',
      en: '“{betreff}” lies wrong: a file holds part files and cases, a case holds sub-cases and documents.',
    },
    remedy: { de: 'Den Teil verschieben.', en: 'Move the part.' },
  },
  'vorlage.partTooDeep': {
    status: 422,
    message: {
      de: '„{betreff}“ liegt zu tief: über einem Dokument liegen höchstens vier Ebenen.',
      en: '“{betreff}” lies too deep: at most four levels lie above a document.',
    },
    remedy: { de: 'Den Teil eine Ebene höher legen.', en: 'Put the part one level higher.' },
  },
  'vorlage.partWithout': {
    status: 422,
    message: {
      de: 'Erwartet für „{betreff}“: eine Dokumentvorlage, die in Gebrauch ist. Gefunden: keine.',
      en: 'Expected for “{betreff}”: a document template that is in use. Found: none.',
    },
    remedy: { de: 'Eine Dokumentvorlage wählen.', en: 'Choose a document template.' },
  },
  'vorlage.otherKind': {
    status: 409,
    message: {
      de: 'Die Vorlage „{name}“ ist für etwas anderes: eine Akte ist kein Vorgang.',
      en: 'The template “{name}” is for something else: a file is no case.',
    },
    remedy: { de: 'Eine Vorlage der richtigen Art wählen.', en: 'Choose a template of the right kind.' },
  },
} satisfies Record<string, RejectionText>;
