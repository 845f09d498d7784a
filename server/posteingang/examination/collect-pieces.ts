import { decomposeMail } from '../../../connectors/mail/decompose-mail.js';
import type { Mail, MailAttachment, MailRefusal, StoredPart } from '../../../connectors/mail/mail.js';
import { distinctName, safeName } from '../../../connectors/api/safe-name.js';
import { contentOnDisk } from './content.js';
import { plainReport, type FileReport } from './file-report.js';
import { inspectFile, type FileToInspect } from './inspect-file.js';
import type { NoteCode } from './notes.js';
import type { PartStore } from './part-store.js';
import type { PartPiece } from './piece.js';
import { linesOfText } from './text/text-line.js';

export interface CollectedPieces {
  readonly original: FileReport;
  readonly mail: Mail | MailRefusal | null;
  /** In the order in which they become Dokumente. */
  readonly parts: readonly PartPiece[];
}

/** Attachments that are read; the others are kept all the same. A letter with more is for a person anyway. */
export const ATTACHMENTS_READ = 50;
/** Files inside a file: ZUGFeRD has one, an XRechnung seldom more than five. */
const EMBEDDED_READ = 100;
const LARGEST_EMBEDDED = 100_000_000;

/** Takes the original apart as far as it goes and reports on every piece. */
export async function collectPieces(file: FileToInspect, store: PartStore): Promise<CollectedPieces> {
  const original = await inspectFile(file);
  const parts: PartPiece[] = [];
  if (original.fileType !== 'mail' || original.outcome !== 'geprueft') {
    await addEmbedded(parts, original, null, store);
    return { original, mail: null, parts };
  }
  const mail = await decomposeMail(
    () => file.content.stream(),
    (content) => store.put(content),
  );
  if (mail.kind === 'mail') await addMail(parts, mail, store);
  return { original, mail, parts };
}

async function addMail(parts: PartPiece[], mail: Mail, store: PartStore): Promise<void> {
  if (mail.bodyText !== '') {
    const stored = await store.put([Buffer.from(mail.bodyText, 'utf8')]);
    const text = plainReport({ fileType: 'text', mime: 'text/plain' });
    const report = { ...text, lines: linesOfText(mail.bodyText) };
    parts.push({ position: 0, kind: 'body', name: 'Nachricht.txt', originalName: null, parent: null, stored, report });
  }
  // The mail counts its own attachments only; here the body and embedded files stand between them.
  const positions: number[] = [];
  for (const [index, attachment] of mail.attachments.entries()) {
    const position = parts.length;
    positions.push(position);
    const { path, size, sha256, name, originalName } = attachment;
    const report = await attachmentReport(attachment, index);
    const parent = attachment.parent === null ? null : (positions[attachment.parent] ?? null);
    parts.push({ position, kind: 'attachment', name, originalName, parent, stored: { path, size, sha256 }, report });
    await addEmbedded(parts, report, position, store);
  }
}

async function attachmentReport(attachment: MailAttachment, index: number): Promise<FileReport> {
  if (index >= ATTACHMENTS_READ) return plainReport({ fileType: 'unknown', mime: 'application/octet-stream' });
  const { path, size, name } = attachment;
  const report = await inspectFile({ content: contentOnDisk(path), size, name });
  const cutOff = attachment.completeness === 'cutOff' && report.outcome === 'geprueft';
  return cutOff ? { ...report, outcome: 'klaerung', reason: 'mail.cutOff' } : report;
}

async function addEmbedded(
  parts: PartPiece[],
  container: FileReport,
  parent: number | null,
  store: PartStore,
): Promise<void> {
  for (const { name: wish, bytes, objection } of container.embedded.slice(0, EMBEDDED_READ)) {
    if (bytes.length > LARGEST_EMBEDDED) continue;
    const stored = await store.put([bytes]);
    const name = distinctName(safeName(wish, 'Anlage'), new Set(parts.map((part) => part.name.toLowerCase())));
    const report = await embeddedReport(name, stored, objection);
    const originalName = wish !== name ? wish.slice(0, 500) : null;
    parts.push({ position: parts.length, kind: 'attachment', name, originalName, parent, stored, report });
  }
}

/** One level only: nothing inside an embedded file is taken out of it (criterion E3). */
async function embeddedReport(name: string, stored: StoredPart, objection: NoteCode | null): Promise<FileReport> {
  const file = { content: contentOnDisk(stored.path), size: stored.size, name };
  const report = { ...(await inspectFile(file)), embedded: [] };
  return objection ? { ...report, outcome: 'quarantaene', reason: objection } : report;
}
