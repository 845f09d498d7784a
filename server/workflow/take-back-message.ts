import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

/** What became of the message that a letter sent to its process. */
export type LetterProcess =
  { readonly state: 'none' | 'underway' | 'wentOn' } | { readonly state: 'running'; readonly instanceKey: string };

export interface LetterMessage {
  /** The Eingang: correlation id of everything that its process does. */
  readonly id: Id;
  readonly messageId: string;
  readonly vorgangId: Id;
}

/**
 * Takes the message of a letter back if it has not left yet, and says what it has begun otherwise. If it is just leaving, this
 * waits for that: a second later it would be a process that nobody has asked for.
 */
export async function takeBackMessage(queries: Queries, letter: LetterMessage): Promise<LetterProcess> {
  const left = await queries.query(
    `DELETE FROM outbox WHERE topic = 'workflow.publish' AND key = $1 AND done_at IS NULL RETURNING id`,
    [letter.messageId],
  );
  return left.length > 0 ? { state: 'none' } : processOfLetter(queries, letter);
}

/** An instance that somebody has ended counts as none; one that has asked somebody outside has gone on. */
async function processOfLetter(queries: Queries, { id, messageId, vorgangId }: LetterMessage): Promise<LetterProcess> {
  const [row] = await queries.query<{ underway: boolean; outside: boolean; key: string | null; status: string | null }>(
    `SELECT EXISTS (SELECT FROM outbox WHERE topic = 'zeebe.publish' AND done_at IS NULL AND payload ->> 'messageId' = $2)
            OR EXISTS (SELECT FROM engine.message m WHERE m.correlation_key = $3 AND m.message_id = $2
                        AND NOT EXISTS (SELECT FROM engine.message_correlated c WHERE c.message_key = m.key))
            OR EXISTS (SELECT FROM engine.zeebe_message
                        WHERE correlation_key = $3 AND message_id = $2 AND expects = 'instance') AS underway,
            EXISTS (SELECT FROM outbox WHERE correlation_id = $1 AND payload ? 'job') AS outside, i.key, i.status
       FROM (SELECT) one LEFT JOIN LATERAL (
         SELECT key, status FROM engine.instance WHERE correlation_id = $1 AND business_key = $3 AND status <> 'terminated'
          ORDER BY key DESC LIMIT 1) i ON true`,
    [id, messageId, vorgangId],
  );
  if (row?.underway) return { state: 'underway' };
  if (!row || row.key === null) return { state: 'none' };
  return row.status === 'active' && !row.outside ? { state: 'running', instanceKey: row.key } : { state: 'wentOn' };
}
