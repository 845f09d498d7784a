import type { Sentence } from '../contract/rejections.js';
import type { SerienbriefState } from '../contract/vorlage-views.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';
import type { MergeFacts } from './merge-values.js';

export interface Serienbrief {
  readonly id: Id;
  readonly vorgangId: Id;
  readonly dokumentvorlageId: Id;
  readonly nummer: number;
  readonly betreff: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly state: SerienbriefState;
  readonly person: { readonly id: Id; readonly name: string };
  readonly version: number;
}

/** One recipient as it waits: what is known of it, and what already stands against it. */
export interface WaitingRecipient {
  readonly label: string;
  readonly facts: MergeFacts;
  readonly faults: readonly Sentence[];
}

export async function insertSerienbrief(
  queries: Queries & { readonly mandantId: Id },
  { person, ...brief }: Omit<Serienbrief, 'state' | 'version'>,
  recipients: readonly WaitingRecipient[],
  at: Date,
): Promise<void> {
  const { id, vorgangId, dokumentvorlageId, nummer, betreff, typed } = brief;
  await queries.query(
    `INSERT INTO serienbrief (id, mandant_id, vorgang_id, dokumentvorlage_id, nummer, betreff, typed, state, person_id,
                              created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'laeuft', $8, $9)`,
    [id, queries.mandantId, vorgangId, dokumentvorlageId, nummer, betreff, JSON.stringify(typed), person.id, at],
  );
  await queries.query(
    `INSERT INTO serienbrief_empfaenger (serienbrief_id, mandant_id, vorgang_id, position, label, facts, state, refusal)
     SELECT $1, $2, $3, r.position, r.value ->> 'label', r.value -> 'facts',
            CASE WHEN r.value -> 'faults' = '[]' THEN 'wartet' ELSE 'abgewiesen' END,
            nullif(r.value -> 'faults', '[]')
       FROM jsonb_array_elements($4::jsonb) WITH ORDINALITY AS r(value, position)`,
    [id, queries.mandantId, vorgangId, JSON.stringify(recipients)],
  );
}

export async function lockSerienbrief(queries: Queries, id: Id): Promise<Serienbrief | null> {
  const [row] = await queries.query<Omit<Serienbrief, 'person'> & { personId: Id; personName: string }>(
    `SELECT s.id, s.vorgang_id AS "vorgangId", s.dokumentvorlage_id AS "dokumentvorlageId", s.nummer, s.betreff, s.typed,
            s.state, s.version, p.id AS "personId", p.name AS "personName"
       FROM serienbrief s JOIN person p ON p.id = s.person_id WHERE s.id = $1 FOR UPDATE OF s`,
    [id],
  );
  if (!row) return null;
  const { personId, personName, ...brief } = row;
  return { ...brief, person: { id: personId, name: personName } };
}

/** The next one who waits; null where nobody does any more. */
export async function nextRecipient(queries: Queries, id: Id): Promise<{ position: number; facts: MergeFacts } | null> {
  const [row] = await queries.query<{ position: number; facts: MergeFacts }>(
    `SELECT position, facts FROM serienbrief_empfaenger WHERE serienbrief_id = $1 AND state = 'wartet'
      ORDER BY position LIMIT 1`,
    [id],
  );
  return row ?? null;
}

export async function saveWritten(queries: Queries, id: Id, position: number, dokumentId: Id): Promise<void> {
  await queries.query(
    `UPDATE serienbrief_empfaenger SET state = 'geschrieben', dokument_id = $3 WHERE serienbrief_id = $1 AND position = $2`,
    [id, position, dokumentId],
  );
}

export async function saveRefused(
  queries: Queries,
  id: Id,
  position: number,
  faults: readonly Sentence[],
): Promise<void> {
  await queries.query(
    `UPDATE serienbrief_empfaenger SET state = 'abgewiesen', refusal = $3 WHERE serienbrief_id = $1 AND position = $2`,
    [id, position, JSON.stringify(faults)],
  );
}

/** @param obstacle why it stands still although nobody has stopped it */
export async function saveState(
  queries: Queries,
  id: Id,
  state: SerienbriefState,
  obstacle: Sentence | null = null,
): Promise<void> {
  await queries.query(`UPDATE serienbrief SET state = $2, obstacle = $3, version = version + 1 WHERE id = $1`, [
    id,
    state,
    obstacle === null ? null : JSON.stringify(obstacle),
  ]);
}

/** How many were written and how many refused. */
export async function countRecipients(queries: Queries, id: Id): Promise<{ written: number; refused: number }> {
  const [row] = await queries.query<{ written: number; refused: number }>(
    `SELECT count(*) FILTER (WHERE state = 'geschrieben')::int AS written,
            count(*) FILTER (WHERE state = 'abgewiesen')::int AS refused
       FROM serienbrief_empfaenger WHERE serienbrief_id = $1`,
    [id],
  );
  return row ?? { written: 0, refused: 0 };
}
