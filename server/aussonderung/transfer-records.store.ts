import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import { SPERREN_OF_VORGANG } from './sperre.queries.js';
import type {
  HistorieEntry,
  TransferDokument,
  TransferMandant,
  TransferRecords,
  TransferSchritt,
  TransferVersion,
  TransferVorgang,
} from './transfer-records.js';

type Belonging<T> = T & { readonly ownerId: Id };
type VorgangRow = Omit<TransferVorgang, 'dokumente' | 'historie' | 'schritte'>;
type DokumentRow = Belonging<Omit<TransferDokument, 'versions' | 'historie'>>;

/** Locks the Vorgaenge until the end of the transaction, always in the same order, so that two transfers never deadlock. */
export async function lockVorgaenge(queries: Queries, ids: readonly Id[]): Promise<void> {
  await queries.query(`SELECT id FROM vorgang WHERE id = ANY($1) ORDER BY id FOR UPDATE`, [ids]);
}

/**
 * Everything about these Vorgaenge that goes to the archive, in the order of their Aktenzeichen. Six statements however
 * many there are. Unknown and invisible ids are left out; the caller compares.
 */
export async function loadTransferRecords(queries: Queries, ids: readonly Id[]): Promise<TransferRecords> {
  const mandant = await loadMandant(queries);
  const vorgaenge = await queries.query<VorgangRow>(VORGAENGE, [ids]);
  const dokumente = await queries.query<DokumentRow>(DOKUMENTE, [ids]);
  const objectIds = [...vorgaenge, ...dokumente].map(({ id }) => id);
  const versions = grouped(await queries.query<Belonging<TransferVersion> & { size: string }>(VERSIONS, [ids]));
  const schritte = grouped(await queries.query<Belonging<TransferSchritt>>(SCHRITTE, [ids]));
  const historie = grouped(await queries.query<Belonging<HistorieEntry>>(HISTORIE, [objectIds]));
  const complete = grouped(
    dokumente.map((dokument) => ({
      ...dokument,
      versions: (versions.get(dokument.id) ?? []).map((version) => ({ ...version, size: Number(version.size) })),
      historie: historie.get(dokument.id) ?? [],
    })),
  );
  return {
    mandant,
    vorgaenge: vorgaenge.map((vorgang) => ({
      ...vorgang,
      dokumente: complete.get(vorgang.id) ?? [],
      historie: historie.get(vorgang.id) ?? [],
      schritte: schritte.get(vorgang.id) ?? [],
    })),
  };
}

/** Where row-level security shows no Mandant it shows no Vorgang either, and there is nothing to say about a sender. */
const UNSEEN: TransferMandant = { name: '', behoerdenschluessel: '' };

async function loadMandant(queries: Queries): Promise<TransferMandant> {
  const [mandant = UNSEEN] = await queries.query<TransferMandant>(`SELECT name, behoerdenschluessel FROM mandant`);
  return mandant;
}

function grouped<T>(rows: readonly Belonging<T>[]): Map<Id, T[]> {
  const groups = new Map<Id, T[]>();
  for (const { ownerId, ...rest } of rows) {
    const group = groups.get(ownerId);
    if (group) group.push(rest as T);
    else groups.set(ownerId, [rest as T]);
  }
  return groups;
}

/** Extra fields of a record with their names, in the order of their form. */
const zusatzOf = (kind: 'akte' | 'vorgang' | 'dokument', record: string, before = '') =>
  `ARRAY(SELECT '${before}' || (f.definition #>> '{label,de}') || ': ' || (z.value ->> 'text')
           FROM jsonb_each(${record}.zusatz) z JOIN zusatzfeld f ON f.kind = '${kind}' AND f.key = z.key
          ORDER BY f.rank, f.key)`;

const VORGAENGE = `
  SELECT v.id, v.version, v.state, v.aktenzeichen, v.betreff, v.laufzeit_beginn AS "laufzeitBeginn",
         v.laufzeit_ende AS "laufzeitEnde", v.zda_date AS "zdaDate", v.aufbewahrung_jahre AS "aufbewahrungJahre",
         v.aufbewahrungsende, v.aussonderungsart, v.vertraulichkeitsstufe, ${SPERREN_OF_VORGANG} AS sperren,
         u.code || ' ' || u.name AS federfuehrung, v.medium, v.bemerkung, v.standort,
         ${zusatzOf('vorgang', 'v')} || ${zusatzOf('akte', 'a', 'Akte, ')} AS zusatz,
         json_build_object('id', a.id, 'aktenzeichen', a.aktenzeichen, 'betreff', a.betreff) AS akte,
         json_build_object('kennzeichen', e.kennzeichen, 'titel', e.titel) AS einheit
    FROM vorgang v JOIN akte a ON a.id = v.akte_id JOIN unit u ON u.id = a.federfuehrung_id
    JOIN aktenplaneinheit e ON e.id = a.aktenplaneinheit_id
   WHERE v.id = ANY($1) ORDER BY v.aktenzeichen, v.id`;

const DOKUMENTE = `
  SELECT d.vorgang_id AS "ownerId", d.id, d.parent_id AS "parentId", d.nummer, d.betreff, d.art, d.state,
         d.dokument_date AS date, g.received_at AS "receivedAt", d.created_by AS "createdBy",
         ${zusatzOf('dokument', 'd')} AS zusatz
    FROM dokument d LEFT JOIN eingang g ON g.id = d.eingang_id
   WHERE d.vorgang_id = ANY($1) AND d.place = 'register' ORDER BY d.vorgang_id, d.nummer`;

const VERSIONS = `
  SELECT s.dokument_id AS "ownerId", s.id, s.nummer, s.file_name AS "fileName", s.mime, s.sha256, s.size,
         CASE WHEN jsonb_array_length(s.signatures) > 0 THEN 'embedded' ELSE 'none' END AS signature,
         s.created_at AS "createdAt", s.created_by AS "createdBy"
    FROM dokument_version s JOIN dokument d ON d.id = s.dokument_id
   WHERE d.vorgang_id = ANY($1) AND d.place = 'register' ORDER BY s.dokument_id, s.nummer`;

const SCHRITTE = `
  SELECT a.vorgang_id AS "ownerId", a.schritt ->> 'de' AS schritt, a.frage ->> 'de' AS frage,
         a.created_at AS "askedAt", a.frist, a.completed_at AS "completedAt", p.name AS person,
         u.code || ' ' || u.name AS unit,
         CASE WHEN z.id IS NOT NULL
              THEN json_build_object('art', z.art, 'decision', z.decision, 'bemerkung', z.bemerkung) END AS zeichnung,
         CASE WHEN o.id IS NOT NULL
              THEN json_build_object('person', o.name, 'unit', w.code || ' ' || w.name) END AS orderer,
         coalesce(k.note, '') AS note
    FROM aufgabe a JOIN person p ON p.id = a.completed_by JOIN unit u ON u.id = p.unit_id
    LEFT JOIN zeichnung z ON z.aufgabe_id = a.id
    LEFT JOIN verfuegung_punkt k ON k.aufgabe_id = a.id LEFT JOIN verfuegung f ON f.id = k.verfuegung_id
    LEFT JOIN person o ON o.id = coalesce(k.added_by, f.orderer_id) LEFT JOIN unit w ON w.id = o.unit_id
   WHERE a.vorgang_id = ANY($1) AND a.state = 'erledigt' ORDER BY a.vorgang_id, a.completed_at, a.id`;

const HISTORIE = `
  SELECT k.object_id AS "ownerId", k.at, coalesce(p.name, k.actor) AS actor, k.action,
         l.payload #>> '{text,de}' AS text
    FROM protokoll k
    LEFT JOIN protokoll_payload l ON l.mandant_id = k.mandant_id AND l.sequence = k.sequence
    LEFT JOIN person p ON p.id::text = k.actor
   WHERE k.mandant_id = current_mandant() AND k.object_id = ANY($1) ORDER BY k.object_id, k.sequence`;
