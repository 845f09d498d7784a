import { MEDIUM } from '../codes.js';
import { textOf, type XmlNode } from '../read/xml-node.js';

export type RecordKind = 'Akte' | 'Teilakte' | 'Vorgang' | 'Teilvorgang' | 'Dokument' | 'Anlage' | 'Anschreiben';

/** An Akte, a Vorgang or a Dokument while it is read. When it is complete its parts have been judged and forgotten. */
export interface RecordScope {
  readonly kind: RecordKind;
  readonly node: XmlNode;
  readonly parent: RecordScope | undefined;
  /** 1 for the object that is handed over. An Anlage belongs to its Dokument and is no level of its own. */
  readonly level: number;
  /** Code of the Medium, its own or the one of the records above. */
  medium: string | undefined;
  /** Dokumente and primary files in it, parts included. */
  dokumente: number;
  primaerdokumente: number;
}

const RECORD_TYPES = new Set(['Akte', 'Vorgang', 'Dokument', 'AnlageDokument']);

/** True if an element of this type is a record. */
export function isRecord(node: XmlNode): boolean {
  return RECORD_TYPES.has(node.type);
}

/** Enters a record below `parent`. */
export function enterRecord(node: XmlNode, parent: RecordScope | undefined): RecordScope {
  const kind = node.name as RecordKind;
  const level = (parent?.level ?? 0) + (kind === 'Anlage' ? 0 : 1);
  return { kind, node, parent, level, medium: parent?.medium, dokumente: 0, primaerdokumente: 0 };
}

/** Notes what a complete element says about the record it stands in. */
export function noteElement(node: XmlNode, record: RecordScope): void {
  if (node.type === 'Primaerdokument') record.primaerdokumente += 1;
  if (node.type === 'AllgemeineMetadaten') record.medium = textOf(node, 'Medium', 'code') ?? record.medium;
}

/** Leaves a complete record: what it contains counts for the record above. */
export function leaveRecord(record: RecordScope): void {
  if (record.kind === 'Dokument') record.dokumente += 1;
  if (record.parent === undefined) return;
  record.parent.dokumente += record.dokumente;
  record.parent.primaerdokumente += record.primaerdokumente;
}

export function isAkteOrVorgang(record: RecordScope): boolean {
  return record.node.type === 'Akte' || record.node.type === 'Vorgang';
}

/** Root of what is handed over: directly in a Schriftgutobjekt. */
export function isRoot(record: RecordScope): boolean {
  return record.node.parent?.type === 'Schriftgutobjekt';
}

/** Paper and hybrid records may come without files. */
export function isOnPaper(record: RecordScope): boolean {
  return record.medium === MEDIUM.papier || record.medium === MEDIUM.hybrid;
}
