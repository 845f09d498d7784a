import type {
  AkteView,
  FederfuehrungView,
  RecordMetadata,
  RecordPart,
  AnyRecord,
  VerweisView,
} from '../contract/akte-views.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { pathOfEinheit } from '../aktenplan/aktenplan.queries.js';
import type { Queries } from '../platform/postgres/database.js';
import type { Transaction } from '../platform/transaction.js';
import { historyOf } from '../protokoll/history.js';
import { loadAkteAbove } from './akte.views.js';
import type { Given } from './given.queries.js';
import { DEEPEST } from './metadata.js';

const SHOWN = 100;
const DESCRIBED = `r.id, r.version, r.aktenzeichen, r.betreff, r.bemerkung, r.medium, r.standort,
  r.laufzeit_ende AS "laufzeitEnde", r.level`;

type RecordRow = Omit<RecordMetadata, 'parent' | 'parts' | 'depth' | 'verweise'> & {
  level: number;
  parentId: Id | null;
};

/** An Akte with what it says of itself, its parts and its references. */
export async function loadAkte(tx: Transaction, id: Id): Promise<AkteView | Rejection> {
  const [row] = await tx.query<RecordRow & Given & { unitId: Id; unit: string; einheitId: Id; vorgaenge: number }>(
    `SELECT ${DESCRIBED}, coalesce(r.laufzeit_beginn, r.opened_on) AS "laufzeitBeginn", r.parent_id AS "parentId",
            u.id AS "unitId", u.code || ' ' || u.name AS unit, r.aktenplaneinheit_id AS "einheitId",
            r.weitergegeben_an AS "givenTo", r.weitergegeben_am AS "givenOn",
            (SELECT count(*)::int FROM vorgang v WHERE v.akte_id = r.id) AS vorgaenge
       FROM akte r JOIN unit u ON u.id = r.federfuehrung_id WHERE r.id = $1`,
    [id],
  );
  if (!row) return reject('platform.notFound');
  const { unitId, unit, einheitId, vorgaenge, givenTo, givenOn, ...record } = row;
  return {
    // A Teilakte needs room for a Vorgang below it.
    ...(await withRelations(tx, 'akte', record, DEEPEST - 1)),
    federfuehrung: { id: unitId, name: unit },
    aktenplan: await pathOfEinheit(tx, einheitId),
    above: await loadAkteAbove(tx, id),
    vorgaenge,
    weitergabe: givenTo === null ? null : { recipient: givenTo, since: givenOn },
    history: await historyOf(tx, id),
  };
}

/** What a Vorgang says of itself, its Teilvorgaenge and its references. */
export async function loadVorgangMetadata(tx: Transaction, id: Id): Promise<RecordMetadata | Rejection> {
  const [row] = await tx.query<RecordRow>(
    `SELECT ${DESCRIBED}, r.laufzeit_beginn AS "laufzeitBeginn", r.parent_id AS "parentId"
       FROM vorgang r WHERE r.id = $1`,
    [id],
  );
  return row ? withRelations(tx, 'vorgang', row, DEEPEST) : reject('platform.notFound');
}

/** Units that can answer for an Akte. */
export async function loadUnits(queries: Queries): Promise<FederfuehrungView> {
  const units = await queries.query<{ id: Id; name: string }>(
    `SELECT id, code || ' ' || name AS name FROM unit ORDER BY code`,
  );
  return { units };
}

async function withRelations(
  queries: Queries,
  kind: AnyRecord['kind'],
  { level, parentId, ...record }: RecordRow,
  deepest: number,
): Promise<RecordMetadata> {
  const parts = `SELECT id, aktenzeichen, betreff FROM ${kind}`;
  const [parent = null] = await queries.query<RecordPart>(`${parts} WHERE id = $1`, [parentId]);
  return {
    ...record,
    parent,
    parts: await queries.query<RecordPart>(
      `${parts} WHERE parent_id = $1 ORDER BY length(aktenzeichen), aktenzeichen LIMIT ${SHOWN}`,
      [record.id],
    ),
    depth: level < deepest ? 'free' : 'exhausted',
    verweise: await loadVerweise(queries, kind, record.id),
  };
}

type VerweisRow = Omit<VerweisView, 'other'> & {
  kind: AnyRecord['kind'];
  otherId: Id;
  aktenzeichen: string;
  betreff: string;
};

/** References from and to a record; one whose other side cannot be seen is not there. */
async function loadVerweise(queries: Queries, kind: AnyRecord['kind'], id: Id): Promise<VerweisView[]> {
  const rows = await queries.query<VerweisRow>(
    `SELECT w.*, coalesce(a.aktenzeichen, v.aktenzeichen) AS aktenzeichen, coalesce(a.betreff, v.betreff) AS betreff
       FROM (SELECT x.id, 'to' AS direction, x.to_akte_id AS akte_id, x.to_vorgang_id AS vorgang_id, x.bemerkung,
                    x.created_by AS "createdBy", x.created_at AS at,
                    CASE WHEN x.to_akte_id IS NULL THEN 'vorgang' ELSE 'akte' END AS kind,
                    coalesce(x.to_akte_id, x.to_vorgang_id) AS "otherId"
               FROM verweis x WHERE x.from_${kind}_id = $1
             UNION ALL
             SELECT y.id, 'from', y.from_akte_id, y.from_vorgang_id, y.bemerkung, y.created_by, y.created_at,
                    CASE WHEN y.from_akte_id IS NULL THEN 'vorgang' ELSE 'akte' END,
                    coalesce(y.from_akte_id, y.from_vorgang_id)
               FROM verweis y WHERE y.to_${kind}_id = $1) w
       LEFT JOIN akte a ON a.id = w.akte_id LEFT JOIN vorgang v ON v.id = w.vorgang_id
      WHERE a.id IS NOT NULL OR v.id IS NOT NULL ORDER BY w.at, w.id LIMIT ${SHOWN}`,
    [id],
  );
  return rows.map(
    ({ id: verweisId, direction, bemerkung, createdBy, kind: otherKind, otherId, aktenzeichen, betreff }) => ({
      ...{ id: verweisId, direction, bemerkung, createdBy },
      other: { kind: otherKind, id: otherId, aktenzeichen, betreff },
    }),
  );
}
