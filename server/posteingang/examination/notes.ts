import type { ExaminationNote } from '../../contract/examination.js';
import type { Sentence } from '../../contract/rejections.js';

export type NoteCode = keyof typeof NOTES;

/** An observation of the examination by its code. `part` is the position in the parts, null for the original. */
export function note(code: NoteCode, part: number | null = null): ExaminationNote {
  return { code, ...NOTES[code], part };
}

/** Everything the examination can say, grouped by what it looked at. Expected – found – what to do, in short sentences. */
const NOTES = {
  'file.empty': {
    de: 'Die Datei ist leer (0 Bytes). Bitte beim Absender nachfragen.',
    en: 'The file is empty (0 bytes). Please ask the sender.',
  },
  'file.tooLarge': {
    de: 'Die Datei ist größer als 250 MB und wird nicht geöffnet.',
    en: 'The file is larger than 250 MB and is not opened.',
  },
  'file.program': {
    de: 'Die Datei ist ein ausführbares Programm und wird nicht angenommen.',
    en: 'The file is an executable program and is not accepted.',
  },
  'file.typeMismatch': {
    de: 'Der Inhalt der Datei passt nicht zu ihrer Endung.',
    en: 'The content of the file does not match its extension.',
  },
  'file.unknown': {
    de: 'Die Art der Datei ist nicht erkennbar; nur das Original liegt vor.',
    en: 'The kind of the file cannot be recognised; only the original is kept.',
  },
  'file.notOpened': {
    de: 'Diese Dateiart wird hier nicht gelesen; maßgeblich ist das Original.',
    en: 'This kind of file is not read here; the original is authoritative.',
  },
  'office.macro': {
    de: 'Die Office-Datei enthält Makros. Sie werden nie ausgeführt; beim Öffnen am Arbeitsplatz ist Vorsicht geboten.',
    en: 'The office file contains macros. They are never run here; be careful when opening it at your desk.',
  },
  'office.encrypted': {
    de: 'Die Office-Datei ist mit einem Kennwort geschützt und nicht lesbar.',
    en: 'The office file is protected by a password and cannot be read.',
  },
  'archive.bomb': {
    de: 'Das Archiv würde beim Entpacken unverhältnismäßig groß. Es wird nicht geöffnet.',
    en: 'The archive would grow out of proportion when unpacked. It is not opened.',
  },
  'archive.damaged': { de: 'Das Archiv ist beschädigt.', en: 'The archive is damaged.' },
  'archive.notUnpacked': {
    de: 'Archive werden nicht entpackt. Bitte den Inhalt prüfen und einzeln aufnehmen.',
    en: 'Archives are not unpacked. Please check the content and take it in piece by piece.',
  },
  'archive.tooManyEntries': {
    de: 'Das Archiv enthält mehr als 10.000 Einträge. Es wird nicht geöffnet.',
    en: 'The archive holds more than 10,000 entries. It is not opened.',
  },
  'pdf.encrypted': {
    de: 'Das PDF ist verschlüsselt. Bitte vom Absender eine offene Fassung anfordern.',
    en: 'The PDF is encrypted. Please ask the sender for an open version.',
  },
  'pdf.damaged': {
    de: 'Das PDF ist beschädigt oder unvollständig. Bitte das Original ansehen und beim Absender nachfragen.',
    en: 'The PDF is damaged or incomplete. Please look at the original and ask the sender.',
  },
  'pdf.unreadable': {
    de: 'Das PDF lässt sich nicht lesen. Bitte vom Absender neu anfordern.',
    en: 'The PDF cannot be read. Please ask the sender for a new one.',
  },
  'pdf.tooLarge': {
    de: 'Das PDF ist größer als 100 MB und wurde nicht ausgelesen.',
    en: 'The PDF is larger than 100 MB and was not read.',
  },
  'pdf.script': {
    de: 'Das PDF enthält Skripte oder Startaktionen. Sie werden nie ausgeführt.',
    en: 'The PDF contains scripts or launch actions. They are never run.',
  },
  'pdf.xfa': {
    de: 'Das PDF ist ein XFA-Formular; die Anzeige kann unvollständig sein.',
    en: 'The PDF is an XFA form; what is shown may be incomplete.',
  },
  'pdf.portfolio': {
    de: 'Das PDF ist eine Mappe mit weiteren Dateien; bitte alle ansehen.',
    en: 'The PDF is a portfolio with further files; please look at all of them.',
  },
  'pdf.scan': {
    de: 'Scan, keine Texterkennung. Angaben bitte von der Seite ablesen.',
    en: 'Scan without text recognition. Please read the details off the page.',
  },
  'pdf.partlyScan': {
    de: 'Einzelne Seiten sind Scans ohne Texterkennung.',
    en: 'Some pages are scans without text recognition.',
  },
  'pdf.manyPages': {
    de: 'Das PDF hat viele Seiten; ausgelesen wurden nur die ersten 30.',
    en: 'The PDF has many pages; only the first 30 were read.',
  },
  'pdf.twoInvoices': {
    de: 'Das PDF enthält mehrere Rechnungsdatensätze. Welcher gilt, entscheidet eine Person.',
    en: 'The PDF holds several invoice data sets. A person decides which one counts.',
  },
  'pdf.amountDiffers': {
    de: 'Sichtbarer Betrag und Rechnungsdaten stimmen nicht überein; die Daten gehen vor.',
    en: 'The visible amount and the invoice data differ; the data take precedence.',
  },
  'xml.empty': { de: 'Die XML-Datei ist leer.', en: 'The XML file is empty.' },
  'xml.tooLarge': { de: 'Die XML-Datei ist größer als 50 MB.', en: 'The XML file is larger than 50 MB.' },
  'xml.doctype': {
    de: 'Die XML-Datei enthält eine DOCTYPE-Angabe. Damit lassen sich fremde Dateien einschleusen; sie wird nicht gelesen.',
    en: 'The XML file contains a DOCTYPE. It can pull in foreign files; the file is not read.',
  },
  'xml.encoding': {
    de: 'Die Zeichenkodierung der XML-Datei ist nicht zulässig.',
    en: 'The character encoding of the XML file is not allowed.',
  },
  'xml.tooDeep': { de: 'Die XML-Datei ist zu tief verschachtelt.', en: 'The XML file is nested too deeply.' },
  'xml.tooManyAttributes': {
    de: 'Die XML-Datei hat zu viele Attribute an einem Element.',
    en: 'The XML file has too many attributes on one element.',
  },
  'xml.textTooLong': {
    de: 'Ein Textfeld der XML-Datei ist länger als 10 MB.',
    en: 'A text field of the XML file is longer than 10 MB.',
  },
  'xml.notWellFormed': { de: 'Die XML-Datei ist nicht wohlgeformt.', en: 'The XML file is not well-formed.' },
  'rechnung.amount': {
    de: 'Ein Betrag der E-Rechnung ist keine gültige Dezimalzahl. Bitte eine berichtigte Rechnung anfordern.',
    en: 'An amount of the e-invoice is not a valid decimal. Please ask for a corrected invoice.',
  },
  'rechnung.otherForm': {
    de: 'Elektronische Rechnung oder Bestellung in einer Form, die nicht EN 16931 ist. Bitte von Hand prüfen.',
    en: 'Electronic invoice or order in a form that is not EN 16931. Please check by hand.',
  },
  'rechnung.profileUnknown': {
    de: 'Das Profil der E-Rechnung ist unbekannt oder veraltet. Bitte von Hand prüfen.',
    en: 'The profile of the e-invoice is unknown or outdated. Please check by hand.',
  },
  'rechnung.ibanInvalid': {
    de: 'Die Prüfziffer der IBAN stimmt nicht.',
    en: 'The check digits of the IBAN are wrong.',
  },
  'rechnung.urlScheme': {
    de: 'Die E-Rechnung verweist auf eine unzulässige Adresse; sie wird nicht als Link gezeigt.',
    en: 'The e-invoice refers to an address that is not allowed; it is not shown as a link.',
  },
  'rechnung.embeddedType': {
    de: 'Die E-Rechnung trägt eine Anlage einer nicht zugelassenen Dateiart.',
    en: 'The e-invoice carries an attachment of a type that is not allowed.',
  },
  'rechnung.embeddedBroken': {
    de: 'Eine Anlage der E-Rechnung ist nicht lesbar kodiert.',
    en: 'An attachment of the e-invoice is not readably encoded.',
  },
  'rechnung.dateUnreadable': {
    de: 'Das Rechnungsdatum ist kein gültiger Kalendertag.',
    en: 'The invoice date is not a valid calendar day.',
  },
  'rechnung.incomplete': {
    de: 'In der E-Rechnung fehlt Nummer, Verkäufer oder Betrag.',
    en: 'The e-invoice lacks number, seller or amount.',
  },
  'mail.tooManyParts': {
    de: 'Die E-Mail hat mehr als 1.000 Teile und wird nicht zerlegt.',
    en: 'The e-mail has more than 1,000 parts and is not taken apart.',
  },
  'mail.headTooLarge': {
    de: 'Der Kopf der E-Mail ist größer als 1 MB; sie wird nicht zerlegt.',
    en: 'The head of the e-mail is larger than 1 MB; it is not taken apart.',
  },
  'mail.tooLarge': {
    de: 'Die Anlagen der E-Mail sind zusammen größer als 250 MB.',
    en: 'The attachments of the e-mail are larger than 250 MB together.',
  },
  'mail.unreadable': { de: 'Die E-Mail lässt sich nicht zerlegen.', en: 'The e-mail cannot be taken apart.' },
  'mail.partQuarantined': {
    de: 'Eine Anlage ist in Quarantäne und wird nicht als Dokument übernommen.',
    en: 'An attachment is in quarantine and is not taken over as a document.',
  },
  'mail.manyAttachments': {
    de: 'Die E-Mail hat sehr viele Anlagen; ausgelesen wurden nur die ersten 50.',
    en: 'The e-mail has a great many attachments; only the first 50 were read.',
  },
  'mail.twoInvoices': {
    de: 'Die E-Mail enthält mehrere Rechnungen. Bitte einzeln aufnehmen.',
    en: 'The e-mail holds several invoices. Please take them in one by one.',
  },
  'signature.broken': {
    de: 'Eine Signatur passt nicht zum Inhalt: Er wurde nach dem Signieren verändert.',
    en: 'A signature does not match the content: it was changed after signing.',
  },
  'examination.time': {
    de: 'Die Prüfung dauerte länger als 20 Sekunden und wurde abgebrochen.',
    en: 'The examination took longer than 20 seconds and was ended.',
  },
  'examination.memory': {
    de: 'Die Prüfung brauchte zu viel Speicher und wurde abgebrochen.',
    en: 'The examination needed too much memory and was ended.',
  },
  'examination.failed': {
    de: 'Die Datei brachte die Prüfung zum Absturz; sie wird nicht weiter geöffnet.',
    en: 'The file made the examination crash; it is not opened any further.',
  },
} as const satisfies Record<string, Sentence>;
