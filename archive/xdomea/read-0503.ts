import type { Finding } from '../findings/finding.js';
import { createReport } from '../findings/report.js';
import type { XmlSource } from './read/source.js';
import { walkMessage } from './read/walk-message.js';
import { textOf, type XmlNode } from './read/xml-node.js';
import { enterRecord, isRecord, type RecordKind, type RecordScope } from './rules/record-scope.js';
import type { XdomeaVersion } from './versions.js';

/** What a 0503 contains, for preview, delivery report and comparison with the appraisal. */
export interface Contents0503 {
  readonly version: XdomeaVersion | undefined;
  readonly prozessId: string;
  readonly erstellungszeitpunkt: string;
  readonly absender: string;
  readonly empfaenger: string;
  /** All records in the order of the document: each before its parts. */
  readonly objects: readonly ObjectSummary[];
  /** Structural findings; rules are the matter of validate0503. */
  readonly findings: readonly Finding[];
}

export interface ObjectSummary {
  readonly kind: RecordKind;
  /** Line of the message on which it begins. */
  readonly line: number;
  readonly id: string;
  readonly parentId: string | undefined;
  readonly level: number;
  readonly kennzeichen: string;
  readonly betreff: string;
  readonly aussonderungsart: string;
  /** Kennzeichen of its position in the Aktenplan of the sender. */
  readonly aktenplaneinheit: string;
  readonly datumDesSchreibens: string;
  readonly dateinamen: readonly string[];
}

/** Reads a message 0503 of any version that we speak into its list of contents. Missing texts are empty strings. */
export async function read0503(xml: XmlSource): Promise<Contents0503> {
  const report = createReport();
  const slots: { summary?: ObjectSummary }[] = [];
  const open = new Map<RecordScope, { readonly slot: { summary?: ObjectSummary }; readonly dateinamen: string[] }>();
  let kopf: XmlNode | undefined;
  let record: RecordScope | undefined;
  const { version } = await walkMessage(xml, '0503', report, {
    begin: (node) => {
      if (!isRecord(node)) return;
      const slot = {};
      slots.push(slot);
      record = enterRecord(node, record);
      open.set(record, { slot, dateinamen: [] });
    },
    end: (node) => {
      if (node.type === 'Kopf.0503') kopf = node;
      const own = record && open.get(record);
      if (record === undefined || own === undefined) return 'keep';
      if (node.type === 'dateiname') own.dateinamen.push(node.text);
      if (record.node !== node) return 'keep';
      own.slot.summary = summary(record, own.dateinamen);
      open.delete(record);
      record = record.parent;
      return 'forget';
    },
  });
  return {
    version,
    prozessId: textOf(kopf, 'ProzessID') ?? '',
    erstellungszeitpunkt: textOf(kopf, 'Erstellungszeitpunkt') ?? '',
    absender: textOf(kopf, 'Absender', 'Institution', 'Name') ?? '',
    empfaenger: textOf(kopf, 'Empfaenger', 'Institution', 'Name') ?? '',
    objects: slots.flatMap(({ summary }) => summary ?? []),
    findings: report.findings(),
  };
}

function summary({ kind, node, parent, level }: RecordScope, dateinamen: readonly string[]): ObjectSummary {
  return {
    kind,
    line: node.line,
    id: textOf(node, 'Identifikation', 'ID') ?? '',
    parentId: textOf(parent?.node, 'Identifikation', 'ID'),
    level,
    kennzeichen: textOf(node, 'AllgemeineMetadaten', 'Kennzeichen') ?? '',
    betreff: textOf(node, 'AllgemeineMetadaten', 'Betreff') ?? '',
    aussonderungsart: textOf(node, 'ArchivspezifischeMetadaten', 'Aussonderungsart', 'Aussonderungsart', 'code') ?? '',
    aktenplaneinheit: textOf(node, 'AllgemeineMetadaten', 'Aktenplaneinheit', 'Kennzeichen') ?? '',
    datumDesSchreibens: textOf(node, 'DatumDesSchreibens') ?? '',
    dateinamen,
  };
}
