import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type {
  ZusatzfeldList,
  ZusatzfeldPreview,
  ZusatzfeldView,
  ZusatzKind,
  ZusatzView,
} from '../contract/zusatzfeld-views.js';
import type { Queries } from '../platform/postgres/database.js';
import { countBreaking, type Extent } from './count-breaking.js';
import { fieldsOfRecord } from './record-fields.queries.js';
import type { Zusatzfeld } from './zusatzfeld.js';
import { FIELD } from './zusatzfeld.store.js';

/** Every field with where it holds, in the order of the forms. */
export async function loadZusatzfelder(queries: Queries): Promise<ZusatzfeldList> {
  const items = await queries.query<ZusatzfeldView>(
    `SELECT ${FIELD}, CASE WHEN e.id IS NOT NULL THEN
              json_build_object('kennzeichen', e.kennzeichen, 'titel', e.titel) END AS einheit
       FROM zusatzfeld f LEFT JOIN aktenplaneinheit e ON e.id = f.einheit_id ORDER BY f.kind, f.rank, f.key`,
  );
  return { items };
}

/** How many stored values a change would break. */
export async function previewChange(queries: Queries, id: Id, after: Extent): Promise<ZusatzfeldPreview | Rejection> {
  const [field] = await queries.query<Zusatzfeld>(`SELECT ${FIELD} FROM zusatzfeld f WHERE f.id = $1`, [id]);
  return field ? { breaking: await countBreaking(queries, field, after) } : reject('platform.notFound');
}

/** The fields of a record with their values. */
export async function loadZusatz(queries: Queries, kind: ZusatzKind, id: Id): Promise<ZusatzView | Rejection> {
  const record = await fieldsOfRecord(queries, kind, id);
  if (!record) return reject('platform.notFound');
  const items = record.fields.map(({ key, label, rule, need, use }) => {
    const stored = record.stored[key];
    return { key, label, rule, need, state: use, value: stored?.value ?? null, text: stored?.text ?? '' };
  });
  return { items };
}
