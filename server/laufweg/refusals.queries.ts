import type { Sentence } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

interface Refusal {
  readonly name: string;
  readonly comment: string;
}

/** Who has refused and why, of those in spite of whom nobody has gone on. */
export async function refusedBy(queries: Queries, laufwegId: Id): Promise<Sentence> {
  const refusals = await queries.query<Refusal>(
    `SELECT p.name, s.comment FROM laufweg_station s JOIN person p ON p.id = s.done_by
      WHERE s.laufweg_id = $1 AND s.decision = 'abgelehnt' AND NOT s.overruled ORDER BY s.ended_at, s.id`,
    [laufwegId],
  );
  const told = refusals.map(({ name, comment }) => `${name} („${comment}“)`).join(', ');
  return { de: `Nicht gezeichnet: ${told}.`, en: `Not signed: ${told}.` };
}

/** Refusals in spite of which the Laufweg goes on, for whoever signs later. */
export async function overruledIn(queries: Queries, laufwegId: Id): Promise<{ name: string; reason: string }[]> {
  return queries.query(
    `SELECT p.name, s.reason ->> 'de' AS reason FROM laufweg_station s JOIN person p ON p.id = s.done_by
      WHERE s.laufweg_id = $1 AND s.overruled ORDER BY s.ended_at, s.id`,
    [laufwegId],
  );
}
