import { isDeepStrictEqual } from 'node:util';
import { isRejection } from '../contract/rejections.js';
import type { DokumentArt } from '../contract/dokument-views.js';
import type { Id } from '../contract/views.js';
import type { ZusatzDefinition, ZusatzKind, ZusatzValue } from '../contract/zusatzfeld-views.js';
import type { Queries } from '../platform/postgres/database.js';
import { checkValue } from './check-value.js';
import type { Zusatzfeld } from './zusatzfeld.js';

/** A page of rows at a time: a million values need neither memory for all of them nor the event loop for seconds. */
const BATCH = 5_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** What of a definition decides whether a value fits. */
export type Extent = Pick<ZusatzDefinition, 'rule' | 'einheitId' | 'dokumentArt'>;

interface ValueRow {
  readonly id: Id;
  readonly value: ZusatzValue;
  readonly einheitId: Id;
  readonly art: DokumentArt | null;
}

/** Records that have a value of the field, in the order of their ids; the index of 0030 has no others. */
const VALUES: Readonly<Record<ZusatzKind, string>> = {
  akte: `SELECT r.id, r.zusatz -> $1 -> 'value' AS value, r.aktenplaneinheit_id AS "einheitId", NULL AS art FROM akte r`,
  vorgang: `SELECT r.id, r.zusatz -> $1 -> 'value' AS value, a.aktenplaneinheit_id AS "einheitId", NULL AS art
              FROM vorgang r JOIN akte a ON a.id = r.akte_id`,
  dokument: `SELECT r.id, r.zusatz -> $1 -> 'value' AS value, a.aktenplaneinheit_id AS "einheitId", r.art
               FROM dokument r JOIN vorgang v ON v.id = r.vorgang_id JOIN akte a ON a.id = v.akte_id`,
};

/**
 * How many stored values fit a field now and would not after a change. Asked with the eyes of the person: a count over what
 * they may not see would tell them about it. Nothing depends on it but their decision, since no value is touched.
 */
export async function countBreaking(queries: Queries, field: Zusatzfeld, after: Extent): Promise<number> {
  if (isDeepStrictEqual(extentOf(field), extentOf(after))) return 0;
  const [fitsNow, fitsThen] = [await fitting(queries, field), await fitting(queries, { ...field, ...extentOf(after) })];
  let [count, last] = [0, FIRST];
  for (;;) {
    const rows = await queries.query<ValueRow>(
      `${VALUES[field.kind]} WHERE r.zusatz <> '{}' AND r.id > $2 AND r.zusatz ? $1 ORDER BY r.id LIMIT ${BATCH}`,
      [field.key, last],
    );
    count += rows.filter((row) => fitsNow(row) && !fitsThen(row)).length;
    last = rows.at(-1)?.id ?? last;
    if (rows.length < BATCH) return count;
  }
}

function extentOf({ rule, einheitId, dokumentArt }: Extent): Extent {
  return { rule, einheitId, dokumentArt };
}

async function fitting(queries: Queries, field: Zusatzfeld): Promise<(row: ValueRow) => boolean> {
  const { einheitId, dokumentArt } = field;
  const below = einheitId === null ? null : await einheitenBelow(queries, einheitId);
  return (row) =>
    (below?.has(row.einheitId) ?? true) &&
    (dokumentArt === null || dokumentArt === row.art) &&
    !isRejection(checkValue(field, row.value));
}

async function einheitenBelow(queries: Queries, id: Id): Promise<ReadonlySet<Id>> {
  const rows = await queries.query<{ id: Id }>(
    `WITH RECURSIVE below AS (SELECT id FROM aktenplaneinheit WHERE id = $1
       UNION ALL SELECT e.id FROM aktenplaneinheit e JOIN below b ON e.parent_id = b.id) SELECT id FROM below`,
    [id],
  );
  return new Set(rows.map((row) => row.id));
}
