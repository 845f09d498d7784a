import { decodeText } from '../../platform/decode-text.js';
import { checkPdf } from '../../signatur/check-pdf.js';
import type { Content } from './content.js';
import { plainReport, type FileReport } from './file-report.js';
import { nameLies, recogniseType } from './file-type.js';
import { guardArchive } from './guard-archive.js';
import { inspectXml } from './inspect-xml.js';
import { LARGEST_FILE, SNIFF_LENGTH } from './limits.js';
import { inspectPdf } from './pdf/inspect-pdf.js';
import { linesOfText } from './text/text-line.js';

export interface FileToInspect {
  readonly content: Content;
  readonly size: number;
  /** Declared name; only its ending counts, and only to find lies. */
  readonly name: string;
}

const LARGEST_PDF = 100_000_000;
const LARGEST_TEXT = 2_000_000;

/** Looks into one file. A mail is only recognised here; taking it apart is the caller's work. */
export async function inspectFile(file: FileToInspect): Promise<FileReport> {
  const type = await recogniseType(await file.content.start(SNIFF_LENGTH));
  const report = plainReport(type);
  if (type.fileType === 'empty') return { ...report, outcome: 'quarantaene', reason: 'file.empty' };
  if (type.fileType === 'program') return { ...report, outcome: 'quarantaene', reason: 'file.program' };
  if (nameLies(file.name, type.fileType)) return { ...report, outcome: 'quarantaene', reason: 'file.typeMismatch' };
  if (file.size > LARGEST_FILE) return { ...report, outcome: 'klaerung', reason: 'file.tooLarge' };
  switch (type.fileType) {
    case 'pdf':
      return pdfReport(report, file);
    case 'xml':
      return inspectXml(file.content, file.size);
    case 'archive':
      return archiveReport(report, file);
    case 'office':
      return officeReport(report, file);
    case 'text':
      return { ...report, lines: linesOfText(await readText(file)) };
    case 'unknown':
      return { ...report, outcome: 'klaerung', reason: 'file.unknown' };
    default:
      return report;
  }
}

async function readText(file: FileToInspect): Promise<string> {
  if (file.size > LARGEST_TEXT) return '';
  return decodeText(await file.content.whole());
}

async function pdfReport(report: FileReport, file: FileToInspect): Promise<FileReport> {
  if (file.size > LARGEST_PDF) return { ...report, outcome: 'klaerung', reason: 'pdf.tooLarge' };
  const bytes = await file.content.whole();
  const { attachments, ...pdf } = await inspectPdf(bytes);
  const { signatures, problems } = checkPdf(bytes);
  const signatureNotes = problems.map(({ code, sentence }) => ({ code: `signature.${code}`, ...sentence }));
  const embedded = attachments.map((attachment) => ({ ...attachment, objection: null }));
  const found = { ...report, ...pdf, embedded, signatures: { signatures }, signatureNotes };
  const broken = signatures.some(({ integrity }) => integrity === 'broken');
  return broken ? { ...found, outcome: 'klaerung', reason: 'signature.broken' } : found;
}

async function archiveReport(report: FileReport, file: FileToInspect): Promise<FileReport> {
  if (report.mime !== 'application/zip') return { ...report, outcome: 'klaerung', reason: 'archive.notUnpacked' };
  const { objection } = await guardArchive(await file.content.path(), file.size);
  if (objection) return { ...report, outcome: 'quarantaene', reason: objection };
  return { ...report, outcome: 'klaerung', reason: 'archive.notUnpacked' };
}

async function officeReport(report: FileReport, file: FileToInspect): Promise<FileReport> {
  const start = await file.content.start(SNIFF_LENGTH);
  if (start.subarray(0, 2).toString('latin1') !== 'PK') return oldOfficeReport(report, start);
  const { objection, macro } = await guardArchive(await file.content.path(), file.size);
  if (objection) return { ...report, outcome: 'quarantaene', reason: objection };
  return { ...report, notes: macro === 'present' ? ['office.macro', 'file.notOpened'] : ['file.notOpened'] };
}

/** Binary office files (before 2007) and encrypted new ones share one container; its names are UTF-16. */
function oldOfficeReport(report: FileReport, start: Buffer): FileReport {
  const names = start.toString('latin1').replaceAll('\0', '');
  if (names.includes('EncryptedPackage')) return { ...report, outcome: 'klaerung', reason: 'office.encrypted' };
  const macro = /_VBA_PROJECT|Macros|VBA/.test(names);
  return { ...report, notes: macro ? ['office.macro', 'file.notOpened'] : ['file.notOpened'] };
}
