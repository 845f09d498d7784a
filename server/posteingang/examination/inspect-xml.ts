import { readRechnung, type ReadRechnung } from '../../rechnung/read-rechnung.js';
import { XML_LIMITS } from '../../rechnung/xml/guard-xml.js';
import type { Content } from './content.js';
import { plainReport, type FileReport } from './file-report.js';
import type { NoteCode } from './notes.js';

/** Reads an XML file: an e-invoice with its facts, another form for a person, or something that is not read at all. */
export async function inspectXml(content: Pick<Content, 'whole'>, size: number): Promise<FileReport> {
  const xml = plainReport({ fileType: 'xml', mime: 'application/xml' });
  if (size > XML_LIMITS.size) return { ...xml, outcome: 'quarantaene', reason: 'xml.tooLarge' };
  const reading = readRechnung(await content.whole());
  if (reading.kind === 'rechnung') return rechnungReport(xml, reading);
  if (reading.kind === 'otherForm') return { ...xml, outcome: 'klaerung', reason: 'rechnung.otherForm' };
  if (reading.kind === 'noInvoice') return { ...xml, notes: ['file.notOpened'] };
  const invoice = reading.code === 'rechnung.amount';
  return { ...xml, outcome: invoice ? 'klaerung' : 'quarantaene', reason: reading.code };
}

// With these the invoice cannot go its way by itself; the others are warnings beside it.
const FOR_A_PERSON: ReadonlySet<NoteCode> = new Set(['rechnung.profileUnknown', 'rechnung.incomplete']);

function rechnungReport(xml: FileReport, { facts, embedded, concerns }: ReadRechnung): FileReport {
  const reason = concerns.find((concern) => FOR_A_PERSON.has(concern)) ?? null;
  return {
    ...xml,
    fileType: 'xrechnung',
    outcome: reason ? 'klaerung' : 'geprueft',
    reason,
    notes: concerns.filter((concern) => concern !== reason),
    rechnung: facts,
    embedded,
  };
}
