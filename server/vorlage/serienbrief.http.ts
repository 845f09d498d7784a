import { z } from 'zod';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { SerienbriefProbe, SerienbriefRow, SerienbriefView } from '../contract/vorlage-views.js';
import type { Id } from '../contract/views.js';
import { place, question, view, type Route } from '../platform/http/routes.js';
import { isId } from '../platform/ids.js';
import type { Queries } from '../platform/postgres/database.js';
import { serienbriefWish } from './begin-serienbrief.js';
import { prepareSerienbrief } from './prepare-serienbrief.js';

const PAGE = 100;

const ROW = `SELECT s.id, s.betreff, d.name AS vorlage, p.name AS by, s.created_at AS at, s.state, s.obstacle, s.version,
    count(*) FILTER (WHERE e.state = 'wartet')::int AS waiting,
    count(*) FILTER (WHERE e.state = 'geschrieben')::int AS written,
    count(*) FILTER (WHERE e.state = 'abgewiesen')::int AS refused
  FROM serienbrief s JOIN dokumentvorlage d ON d.id = s.dokumentvorlage_id JOIN person p ON p.id = s.person_id
  JOIN serienbrief_empfaenger e ON e.serienbrief_id = s.id`;

export const serienbriefRoutes: readonly Route[] = [
  question('/api/vorlagen/serienbriefe/probe', 'dokument.write', serienbriefWish, async (tx, wish) => {
    const prepared = await prepareSerienbrief(tx, wish);
    if (isRejection(prepared)) return prepared;
    const recipients = prepared.recipients.map(({ label, faults }) => ({
      label,
      faults: faults.map(({ message }) => message),
    }));
    const refused = recipients.filter(({ faults }) => faults.length > 0).length;
    return { ready: recipients.length - refused, refused, recipients } satisfies SerienbriefProbe;
  }),
  view('/api/vorgaenge/:id/serienbriefe', 'akte.read', async (tx, values) => {
    const id = place(values, 'id');
    const known = isId(id) ? await tx.query(`SELECT 1 FROM vorgang WHERE id = $1`, [id]) : [];
    return known.length > 0 ? { items: await loadSerienbriefe(tx, 's.vorgang_id', id) } : reject('platform.notFound');
  }),
  view(
    '/api/serienbriefe/:id',
    'akte.read',
    async (tx, values, query) => {
      const id = place(values, 'id');
      const asked = page.safeParse(query);
      if (!asked.success) return reject('platform.invalidInput', { fields: 'state, after' });
      return isId(id) ? loadSerienbrief(tx, id, asked.data) : reject('platform.notFound');
    },
    { state: 'only recipients in this state', after: 'position of the last one of the page before' },
  ),
];

const page = z.object({
  state: z.enum(['wartet', 'geschrieben', 'abgewiesen']).nullable().default(null),
  after: z.coerce.number().int().min(0).max(1_000_000).default(0),
});

async function loadSerienbriefe(queries: Queries, column: 's.id' | 's.vorgang_id', id: Id): Promise<SerienbriefRow[]> {
  const rows = await queries.query<SerienbriefRow>(
    `${ROW} WHERE ${column} = $1 GROUP BY s.id, d.name, p.name ORDER BY s.created_at DESC, s.id LIMIT 20`,
    [id],
  );
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}

async function loadSerienbrief(
  queries: Queries,
  id: Id,
  { state, after }: z.infer<typeof page>,
): Promise<SerienbriefView | Rejection> {
  const [brief] = await loadSerienbriefe(queries, 's.id', id);
  if (!brief) return reject('platform.notFound');
  const rows = await queries.query<SerienbriefView['recipients'][number]>(
    `SELECT position, label, state, dokument_id AS "dokumentId", coalesce(refusal, '[]') AS faults
       FROM serienbrief_empfaenger WHERE serienbrief_id = $1 AND position > $2 AND ($3::text IS NULL OR state = $3)
      ORDER BY position LIMIT ${PAGE + 1}`,
    [id, after, state],
  );
  const recipients = rows.slice(0, PAGE);
  return { ...brief, recipients, next: rows.length > PAGE ? (recipients.at(-1)?.position ?? null) : null };
}
