/** What a reader of the mail should know; the code is stable, the sentences are for people. */
export interface MailWarning {
  readonly code: MailWarningCode;
  readonly de: string;
  readonly en: string;
  /** Index into the attachments that it is about, or null for the mail itself. */
  readonly attachment: number | null;
}

export type MailWarningCode = keyof typeof SENTENCES;

export function mailWarning(code: MailWarningCode, attachment: number | null = null): MailWarning {
  return { code, ...SENTENCES[code], attachment };
}

const SENTENCES = {
  'mail.cutOff': {
    de: 'Die E-Mail ist abgebrochen; die letzte Anlage ist unvollständig.',
    en: 'The e-mail is cut off; its last attachment is incomplete.',
  },
  'mail.headerLineBreak': {
    de: 'Der Betreff enthielt Zeilenumbrüche; sie wurden entfernt.',
    en: 'The subject contained line breaks; they were removed.',
  },
  'mail.nameChanged': {
    de: 'Der Dateiname der Anlage war unzulässig und wurde geändert.',
    en: 'The file name of the attachment was not allowed and was changed.',
  },
  'mail.charsetGuessed': {
    de: 'Die E-Mail nennt ihre Zeichenkodierung nicht; Umlaute wurden als Windows-1252 gelesen.',
    en: 'The e-mail does not state its character set; it was read as Windows-1252.',
  },
  'mail.unreadableCharacters': {
    de: 'Einzelne Zeichen der E-Mail sind nicht lesbar; maßgeblich ist das Original.',
    en: 'Some characters of the e-mail cannot be read; the original is authoritative.',
  },
  'mail.nestedTooDeep': {
    de: 'Weitergeleitete E-Mails sind tiefer als fünf Ebenen verschachtelt; tiefere sind nicht zerlegt.',
    en: 'Forwarded e-mails are nested deeper than five levels; deeper ones are not taken apart.',
  },
  'mail.nestedUnreadable': {
    de: 'Eine weitergeleitete E-Mail ist nicht lesbar; sie liegt unverändert als Anlage bei.',
    en: 'A forwarded e-mail cannot be read; it is kept unchanged as an attachment.',
  },
  'mail.emptyAttachment': { de: 'Eine Anlage ist leer (0 Bytes).', en: 'An attachment is empty (0 bytes).' },
  'mail.htmlUnreadable': {
    de: 'Der HTML-Text der E-Mail konnte nicht in Text gewandelt werden.',
    en: 'The HTML text of the e-mail could not be turned into text.',
  },
  'mail.noSender': { de: 'Die E-Mail nennt keinen Absender.', en: 'The e-mail names no sender.' },
  'mail.autoReply': { de: 'Das ist eine automatische Antwort.', en: 'This is an automatic reply.' },
  'mail.bounce': {
    de: 'Das ist eine Unzustellbarkeitsmeldung zu einer gesendeten E-Mail.',
    en: 'This is a delivery failure report for an e-mail that was sent.',
  },
  'mail.encrypted': {
    de: 'Die E-Mail ist verschlüsselt (S/MIME); der Inhalt ist hier nicht lesbar.',
    en: 'The e-mail is encrypted (S/MIME); its content cannot be read here.',
  },
  'mail.signed': {
    de: 'Die E-Mail trägt eine S/MIME-Signatur; sie wurde nicht geprüft.',
    en: 'The e-mail carries an S/MIME signature; it was not checked.',
  },
  'mail.dateImplausible': {
    de: 'Das Datum der E-Mail fehlt oder ist unplausibel; maßgeblich ist der Eingang.',
    en: 'The date of the e-mail is missing or implausible; the receipt is authoritative.',
  },
} as const;
