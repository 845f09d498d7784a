import type { Finding } from '../findings/finding.js';
import { createReport } from '../findings/report.js';
import type { XmlSource } from './read/source.js';
import { walkMessage } from './read/walk-message.js';
import { descend, owned, textOf, type XmlNode } from './read/xml-node.js';
import type { XdomeaVersion } from './versions.js';

/** What a 0301 says: the positions in the order of the document, each before those below it. */
export interface Contents0301 {
  readonly version: XdomeaVersion | undefined;
  readonly bezeichnung: string;
  readonly einheiten: readonly EinheitSummary[];
  /** Structural findings; whether the plan makes sense is the matter of whoever takes it over. */
  readonly findings: readonly Finding[];
}

export interface EinheitSummary {
  readonly line: number;
  readonly kennzeichen: string;
  /** Kennzeichen of the position above; undefined for an uppermost one. */
  readonly parent: string | undefined;
  /** Inhaltsangabe, or BetreffKurz where there is none. */
  readonly titel: string;
  /** Code A, B or V; empty where a configurable one is meant. */
  readonly aussonderungsart: string;
  readonly stillgelegt: 'yes' | 'no';
  /** Number of years as written, or `unbefristet`. */
  readonly aufbewahrungsdauer: string;
}

const EINHEIT = 'AktenplaneinheitAktenplan';

/** Reads a message 0301 of any version that we speak. Missing texts are empty strings. */
export async function read0301(xml: XmlSource): Promise<Contents0301> {
  const report = createReport();
  const slots = new Map<XmlNode, { summary?: EinheitSummary }>();
  const found: { summary?: EinheitSummary }[] = [];
  let bezeichnung = '';
  const { version } = await walkMessage(xml, '0301', report, {
    begin: (node) => {
      if (node.type !== EINHEIT) return;
      const slot = {};
      slots.set(node, slot);
      found.push(slot);
    },
    end: (node) => {
      if (node.name === 'Bezeichnung') bezeichnung = owned(node.text.trim());
      const slot = slots.get(node);
      if (!slot) return 'keep';
      slot.summary = summaryOf(node);
      slots.delete(node);
      return 'forget';
    },
  });
  return {
    version,
    bezeichnung,
    einheiten: found.flatMap(({ summary }) => summary ?? []),
    findings: report.findings(),
  };
}

function summaryOf(node: XmlNode): EinheitSummary {
  const text = (...names: string[]) => owned(textOf(node, ...names) ?? '');
  const parent = node.parent?.type === EINHEIT ? owned(textOf(node.parent, 'Kennzeichen') ?? '') : undefined;
  return {
    line: node.line,
    kennzeichen: text('Kennzeichen'),
    parent,
    titel: text('Inhaltsangabe') || text('BetreffKurz'),
    aussonderungsart: text('Aussonderungsart', 'Aussonderungsart', 'code'),
    stillgelegt: ['1', 'true'].includes(text('Stillgelegt')) ? 'yes' : 'no',
    aufbewahrungsdauer: descend(node, 'Aufbewahrungsdauer', 'Unbefristet')
      ? 'unbefristet'
      : text('Aufbewahrungsdauer', 'AnzahlJahre'),
  };
}
