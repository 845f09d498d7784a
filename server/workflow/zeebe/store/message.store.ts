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
