import type { Examination, ExaminationNote, ExaminedPart, SignatureReport } from '../../contract/examination.js';
import { dayInBerlin } from '../../platform/clock.js';
import type { Mail } from '../../../connectors/mail/mail.js';
import { mailWarning, type MailWarningCode } from '../../../connectors/mail/mail-warnings.js';
import { ATTACHMENTS_READ, type CollectedPieces } from './collect-pieces.js';
import type { FileReport } from './file-report.js';
import { leadingFacts, type LeadingFacts } from './leading-facts.js';
import { note, type NoteCode } from './notes.js';
import type { Piece } from './piece.js';
import { findAmounts } from './text/find-amount.js';
import { visibleText } from './visible-text.js';

const LONGEST_EXCERPT = 4_000;

/** What an examination decides; everything else in it tells what the letter says. */
export type Verdict = Pick<Examination, 'outcome' | 'reason' | 'mime'>;

/** Whether the bytes may be taken in, without reading what they say. */
export function judgePieces(collected: CollectedPieces, original: Piece): Verdict {
  return { ...verdict(collected, [original, ...collected.parts]), mime: original.report.mime };
}

/** Puts the findings of all pieces into the one document that is stored and shown. */
export function composeExamination(collected: CollectedPieces, original: Piece): Examination {
  const { parts } = collected;
  const mail = collected.mail?.kind === 'mail' ? collected.mail : null;
  const pieces = [original, ...parts];
  const facts = leadingFacts(pieces, mail?.subject ?? '');
  const { outcome, reason } = verdict(collected, pieces);
  const shown = facts.leading?.report ?? original.report;
  return {
    schema: 1,
    outcome,
    reason,
    fileType: original.report.fileType,
    mime: original.report.mime,
    virus: 'nichtGeprueft',
    kind: facts.kind,
    confidence: outcome === 'geprueft' ? facts.confidence : facts.confidence === 'unklar' ? 'unklar' : 'pruefen',
    title: titleOf(facts, mail, original.name),
    sender: facts.rechnung?.kreditor || mail?.fromName || mail?.fromAddress || facts.sender,
    senderAddress: mail?.fromAddress ?? '',
    letterDate: facts.letterDate ?? (mail?.date ? dayInBerlin(new Date(mail.date)) : null),
    amountCent: facts.amountCent,
    rechnung: facts.rechnung,
    aktenzeichen: facts.aktenzeichen,
    pages: shown.pages,
    textLayer: shown.textLayer,
    textExcerpt: visibleText(mail?.bodyText || textOf(shown)).slice(0, LONGEST_EXCERPT),
    places: facts.places,
    warnings: warningsOf(pieces, mail, facts, reason),
    parts: parts.map(partOf),
    signatures: mergedSignatures(pieces),
    mail: mail && { ...pick(mail), subject: visibleText(mail.subject) },
  };
}

/** The worst finding decides; a quarantined attachment makes the mail around it a matter for a person. */
function verdict({ mail }: CollectedPieces, [original, ...parts]: readonly Piece[]): Omit<Verdict, 'mime'> {
  const own = original?.report;
  if (own && own.outcome !== 'geprueft') return { outcome: own.outcome, reason: reasonNote(own, null) };
  if (mail?.kind === 'refused') return { outcome: 'quarantaene', reason: note(mail.code) };
  const quarantined = parts.find(({ report }) => report.outcome === 'quarantaene');
  if (quarantined) return { outcome: 'klaerung', reason: note('mail.partQuarantined', quarantined.position) };
  // Invoice data lead: a supporting file inside the invoice that cannot be read is only a warning.
  const carriesInvoice = (position: number | null) =>
    [original, ...parts].some((piece) => piece?.position === position && piece.report.rechnung);
  const unclear = parts.find(({ parent, report }) => report.outcome === 'klaerung' && !carriesInvoice(parent));
  if (unclear) return { outcome: 'klaerung', reason: reasonNote(unclear.report, unclear.position) };
  const encrypted = mail?.warnings.find(({ code }) => code === 'mail.encrypted' || code === 'mail.cutOff');
  if (encrypted) return { outcome: 'klaerung', reason: anyNote(encrypted.code, null) };
  if (distinctInvoices(parts) > 1) {
    return { outcome: 'klaerung', reason: note(mail ? 'mail.twoInvoices' : 'pdf.twoInvoices') };
  }
  return { outcome: 'geprueft', reason: null };
}

function distinctInvoices(pieces: readonly Piece[]): number {
  // A ZUGFeRD PDF and the same invoice as XML beside it are one (criterion R6).
  const numbers = pieces.flatMap(({ report }) =>
    report.rechnung ? [`${report.rechnung.kreditor} ${report.rechnung.nummer}`] : [],
  );
  return new Set(numbers).size;
}

// Where a word may be parted or joined: nobody sees them, and a title that a person files has nothing that nobody sees.
const UNSEEN = /[\u00ad\u200c\u200d]/g;

function titleOf(facts: LeadingFacts, mail: Mail | null, fileName: string): string {
  return visibleText(rawTitle(facts, mail, fileName).replace(UNSEEN, '')).slice(0, 200);
}

function rawTitle({ rechnung, subject, kind }: LeadingFacts, mail: Mail | null, fileName: string): string {
  if (rechnung?.nummer && kind === 'rechnung') {
    const word = rechnung.art === 'gutschrift' ? 'Gutschrift' : 'Rechnung';
    return [`${word} ${rechnung.nummer}`, rechnung.kreditor].filter(Boolean).join(', ');
  }
  const ofMail = mail?.subject.replace(/^((re|aw|fwd?|wg)\s*:\s*)+/i, '') ?? '';
  return subject || ofMail || fileName.replace(/\.[A-Za-z0-9]{1,8}$/, '');
}

function warningsOf(
  pieces: readonly Piece[],
  mail: Mail | null,
  facts: LeadingFacts,
  reason: ExaminationNote | null,
): ExaminationNote[] {
  const warnings = pieces.flatMap(({ position, report }) => [
    ...report.notes.map((code) => note(code, position)),
    ...report.signatureNotes.map(({ code, de, en }) => ({ code, de, en, part: position })),
    ...(position !== null && report.reason ? [anyNote(report.reason, position)] : []),
  ]);
  const attachments = pieces.filter(({ kind, position }) => kind === 'attachment' && position !== null);
  for (const { code, de, en, attachment } of mail?.warnings ?? []) {
    warnings.push({ code, de, en, part: attachment === null ? null : (attachments[attachment]?.position ?? null) });
  }
  for (const { originalName, position } of attachments) {
    if (originalName !== null && mail) warnings.push(anyNote('mail.nameChanged', position));
  }
  if ((mail?.attachments.length ?? 0) > ATTACHMENTS_READ) warnings.push(note('mail.manyAttachments'));
  if (visibleAmountDiffers(facts)) warnings.push(note('pdf.amountDiffers', facts.leading?.position ?? null));
  return warnings.filter(({ code, part }) => code !== reason?.code || part !== reason.part);
}

/** Criterion R16: the visible total is compared with the data; a page that shows the amount anywhere agrees with them. */
function visibleAmountDiffers({ rechnung, places, leading }: LeadingFacts): boolean {
  if (!rechnung || rechnung.source === 'text' || rechnung.betragCent === null || !leading) return false;
  if (!places.some(({ field }) => field === 'amountCent')) return false;
  const owed = Math.abs(rechnung.betragCent);
  return !leading.report.lines.some(({ text }) => findAmounts(text).some(({ cent }) => cent === owed));
}

function partOf(piece: Piece): ExaminedPart {
  const { kind, name, originalName, parent, stored, report } = piece;
  return {
    position: piece.position ?? 0,
    kind,
    name,
    originalName: originalName === null ? null : visibleText(originalName),
    mime: report.mime,
    fileType: report.fileType,
    size: stored.size,
    sha256: stored.sha256,
    parent,
    outcome: report.outcome,
  };
}

function mergedSignatures(pieces: readonly Piece[]): SignatureReport | null {
  const reports = pieces.flatMap(({ report }) => report.signatures ?? []);
  return reports.length === 0 ? null : { signatures: reports.flatMap(({ signatures }) => signatures) };
}

function reasonNote({ reason }: FileReport, part: number | null): ExaminationNote | null {
  return reason === null ? null : anyNote(reason, part);
}

function anyNote(code: NoteCode | MailWarningCode, part: number | null): ExaminationNote {
  if (!isMailWarning(code)) return note(code, part);
  const { de, en } = mailWarning(code);
  return { code, de, en, part };
}

function isMailWarning(code: NoteCode | MailWarningCode): code is MailWarningCode {
  return ['mail.cutOff', 'mail.nameChanged', 'mail.encrypted'].includes(code);
}

function pick({ fromName, fromAddress, to, subject, date, messageId }: Mail): NonNullable<Examination['mail']> {
  const from = fromName === '' ? fromAddress : `${fromName} <${fromAddress}>`;
  return { from, to, subject, date, messageId };
}

function textOf(report: FileReport): string {
  return report.lines.map(({ text }) => text).join('\n');
}
