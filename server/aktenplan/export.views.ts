import type { AktenplanEinheit } from '../../archive/xdomea/aktenplan.js';
import { write0301 } from '../../archive/xdomea/write-0301.js';
import type { AktenplanAusgabe } from '../contract/aktenplan-views.js';
import type { Day, Id } from '../contract/views.js';
import { newId } from '../platform/ids.js';
import type { Queries } from '../platform/postgres/database.js';
import { effective, wayUp, type Plan, type PlanEinheit } from './aktenplan.js';
import { loadPlan } from './aktenplan.store.js';
import { COLUMNS } from './import/csv-plan.js';

/** The plan of a day as a table: what the import reads. With a byte order mark, for spreadsheets take it for Latin-1 else. */
export async function exportCsv(queries: Queries, day: Day): Promise<AktenplanAusgabe> {
  const plan = await loadPlan(queries, day);
  const lines = inOrder(plan).map((einheit) =>
    [
      einheit.kennzeichen,
      einheit.titel,
      einheit.parentId === null ? '' : (plan.get(einheit.parentId)?.kennzeichen ?? ''),
      String(einheit.aufbewahrung),
      einheit.aussonderungsart ?? 'geerbt',
      einheit.state === 'stillgelegt' ? 'ja' : 'nein',
    ]
      .map(field)
      .join(';'),
  );
  const text = ['\ufeff' + COLUMNS.join(';'), ...lines, ''].join('\r\n');
  return { fileName: `Aktenplan ${day}.csv`, mime: 'text/csv;charset=utf-8', text };
}

/** The plan of a day as message 0301 of xdomea 3.1.0. There nothing is inherited: every value is written out. */
export async function exportXdomea(queries: Queries, day: Day, now: Date): Promise<AktenplanAusgabe> {
  const plan = await loadPlan(queries, day);
  const [mandant] = await queries.query<{ name: string; key: string }>(
    `SELECT name, behoerdenschluessel AS key FROM mandant`,
  );
  const us = { institution: { name: mandant?.name ?? '' }, behoerdenschluessel: { code: mandant?.key ?? '' } };
  const prozessId = newId();
  const text = write0301({
    kopf: {
      ...{ prozessId, erstellungszeitpunkt: now.toISOString(), absender: us, empfaenger: us },
      sendendesSystem: { produktname: 'Laufmappe' },
      empfangsbestaetigung: 'notRequested',
    },
    ...{ bezeichnung: `Aktenplan ${mandant?.name ?? ''}`, version: day, gueltigAb: day },
    einheiten: below(plan, null),
  });
  return { fileName: `${prozessId}_Aktenplan.Aktenplan.0301.xml`, mime: 'application/xml', text };
}

/** Parents before children, siblings by their Kennzeichen. */
function inOrder(plan: Plan): PlanEinheit[] {
  const children = childrenOf(plan);
  const ordered = (parentId: Id | null): PlanEinheit[] =>
    (children.get(parentId) ?? []).flatMap((einheit) => [einheit, ...ordered(einheit.id)]);
  return ordered(null);
}

function below(plan: Plan, parentId: Id | null, children = childrenOf(plan)): AktenplanEinheit[] {
  return (children.get(parentId) ?? []).map((einheit) => {
    const { jahre, aussonderungsart, state } = effective(wayUp(plan, einheit.id));
    return {
      kennzeichen: einheit.kennzeichen,
      inhaltsangabe: einheit.titel,
      aussonderungsart: aussonderungsart.value,
      stillgelegt: state === 'stillgelegt' ? 'yes' : 'no',
      aufbewahrungsdauer: jahre.value ?? 'unbefristet',
      einheiten: below(plan, einheit.id, children),
    };
  });
}

function childrenOf(plan: Plan): Map<Id | null, PlanEinheit[]> {
  const children = new Map<Id | null, PlanEinheit[]>();
  for (const einheit of plan.values()) {
    const siblings = children.get(einheit.parentId);
    if (siblings) siblings.push(einheit);
    else children.set(einheit.parentId, [einheit]);
  }
  for (const siblings of children.values()) siblings.sort((a, b) => (a.kennzeichen < b.kennzeichen ? -1 : 1));
  return children;
}

/** In quotation marks where a sign of the format stands in it; a leading `=`, `+`, `-` or `@` would be a formula in a spreadsheet. */
function field(text: string): string {
  const safe = /^[=+@-]/.test(text) ? `'${text}` : text;
  return /[;,"\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
