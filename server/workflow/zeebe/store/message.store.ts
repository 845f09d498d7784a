import type { Id } from '../../../contract/views.js';
import type { Queries } from '../../../platform/postgres/database.js';

export interface MessageUnderway {
  readonly name: string;
  readonly correlationKey: string;
  readonly messageId: string;
  readonly expects: 'instance' | 'nothing';
  readonly correlationId: Id | null;
  readonly expiresAt: Date;
}

/** Notes a message that is to be sent. */
export async function keepMessage(
  queries: Queries,
  mandantId: Id,
  message: MessageUnderway,
  now: Date,
): Promise<'accepted' | 'duplicate'> {
  const { name, correlationKey, messageId, expects, correlationId, expiresAt } = message;
  const rows = await queries.query(
    `INSERT INTO engine.zeebe_message AS m (mandant_id, name, correlation_key, message_id, expects, correlation_id, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (mandant_id, name, correlation_key, message_id)
     DO UPDATE SET expects = excluded.expects, correlation_id = excluded.correlation_id, expires_at = excluded.expires_at
             WHERE m.expires_at <= $8
     RETURNING 1`,
    [mandantId, name, correlationKey, messageId, expects, correlationId, expiresAt, now],
  );
  return rows.length > 0 ? 'accepted' : 'duplicate';
}

/** The instance of a message has been seen. Returns the id that everything it causes goes back to. */
export async function markArrived(queries: Queries, correlationKey: string, messageId: string): Promise<Id | null> {
  const [row] = await queries.query<{ id: Id | null }>(
    `UPDATE engine.zeebe_message SET expects = 'nothing'
      WHERE mandant_id = current_mandant() AND correlation_key = $1 AND message_id = $2 RETURNING correlation_id AS id`,
    [correlationKey, messageId],
  );
  return row?.id ?? null;
}

export async function deleteExpiredMessages(queries: Queries, now: Date): Promise<void> {
  await queries.query(`DELETE FROM engine.zeebe_message WHERE mandant_id = current_mandant() AND expires_at <= $1`, [
    now,
  ]);
}

/**
 * Messages that the cluster took before `handedBefore` and that should have started an instance, of which no step was
 * seen. One that waits for the end of the instance before it does not count.
 */
export async function countUnseenStarts(queries: Queries, handedBefore: Date): Promise<number> {
  const [row] = await queries.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM engine.zeebe_message m
      WHERE m.mandant_id = current_mandant() AND m.expects = 'instance'
        AND EXISTS (SELECT FROM outbox o
                     WHERE o.mandant_id = m.mandant_id AND o.topic = 'zeebe.publish' AND o.done_at < $1
                       AND o.payload ->> 'messageId' = m.message_id AND o.payload ->> 'name' = m.name
                       AND o.payload ->> 'correlationKey' = m.correlation_key)
        AND NOT EXISTS (SELECT FROM engine.instance i
                         WHERE i.mandant_id = m.mandant_id AND i.business_key = m.correlation_key
                           AND i.engine = 'zeebe' AND i.status = 'active')`,
    [handedBefore],
  );
  return row?.count ?? 0;
}
