import { z } from 'zod';
import {
  CHANNELS,
  NOTIFICATION_KINDS,
  type NotificationKind,
  type NotificationRules,
} from '../contract/notification-views.js';
import type { Id } from '../contract/views.js';
import { newId } from '../platform/ids.js';
import type { Queries } from '../platform/postgres/database.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { FIRST_RULES } from './notification.js';
import { keptSince } from './remove-notifications.js';

/** As many kept filters as the inbox shows. */
const MOST_FILTERS = 20;

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const weekday = z.literal([1, 2, 3, 4, 5, 6, 7]);

/** What rules may say; also asked of what was kept by an older version. */
export const rulesSchema: z.ZodType<NotificationRules> = z.object({
  kinds: z.record(z.enum(NOTIFICATION_KINDS), z.enum(CHANNELS)),
  filters: z.array(z.object({ id: z.uuid(), channel: z.enum(CHANNELS) })).max(MOST_FILTERS),
  quiet: z.object({ from: time, until: time, days: z.array(weekday).min(1).max(7) }).nullable(),
});

/** Something to be told, to one person, to the group of an Aufgabe, or to all who may accept an Ersuchen. */
export interface Told {
  readonly kind: NotificationKind;
  readonly personId: Id | null;
  /** Id of the person, `role@unit`, or a permission. */
  readonly audience: string;
  readonly aufgabeId: Id | null;
  /** Null: it is about an Ersuchen that lies in no Vorgang yet. */
  readonly vorgangId: Id | null;
  readonly ersuchenId?: Id;
}

export async function insertNotification(tx: Transaction, told: Told): Promise<void> {
  await tx.query(
    `INSERT INTO notification (id, mandant_id, kind, person_id, audience, aufgabe_id, vorgang_id, ersuchen_id, by_id, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[newId(), tx.mandantId, told.kind, told.personId, told.audience, told.aufgabeId, told.vorgangId],
      ...[told.ersuchenId ?? null, tx.actor.kind === 'person' ? tx.actor.id : null, tx.clock.now()],
    ],
  );
}

/** Who has worked on a Vorgang: has completed an Aufgabe of it, or started a Laufweg; without those who have left. */
export async function peopleOfVorgang(queries: Queries, vorgangId: Id): Promise<Id[]> {
  const rows = await queries.query<{ id: Id }>(
    `SELECT p.id FROM person p WHERE p.active AND p.id IN (
       SELECT a.completed_by FROM aufgabe a WHERE a.vorgang_id = $1
       UNION SELECT l.initiator_id FROM laufweg l WHERE l.vorgang_id = $1) ORDER BY p.id`,
    [vorgangId],
  );
  return rows.map(({ id }) => id);
}

/**
 * Tells everybody with an open Aufgabe whose Frist has passed, once for each Frist: one that was moved and passes again is
 * told again. Fristen that passed earlier than entries are kept are left alone. Two servers take turns.
 * @returns whom
 */
export async function insertOverdue(tx: Transaction): Promise<Id[]> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`notification ${tx.mandantId}`]);
  const rows = await tx.query<{ personId: Id }>(
    `INSERT INTO notification (id, mandant_id, kind, person_id, audience, aufgabe_id, vorgang_id, at)
     SELECT gen_random_uuid(), a.mandant_id, 'overdue', a.assignee_id, a.assignee_id::text, a.id, a.vorgang_id, $2
       FROM aufgabe a
      WHERE a.mandant_id = $1 AND a.state = 'offen' AND a.assignee_id IS NOT NULL
        AND a.frist < $3::date AND a.frist >= $4::date
        AND NOT EXISTS (SELECT FROM notification n WHERE n.aufgabe_id = a.id AND n.kind = 'overdue'
                          AND n.person_id = a.assignee_id AND n.at > a.frist)
     RETURNING person_id AS "personId"`,
    [tx.mandantId, tx.clock.now(), tx.clock.today(), keptSince(tx)],
  );
  return [...new Set(rows.map(({ personId }) => personId))];
}

/** Marks for the acting person, of these, what they may see. @returns those that were not marked so before */
export async function saveMarks(tx: Transaction, ids: readonly Id[], state: 'read' | 'unread'): Promise<Id[]> {
  const personId = personOf(tx).id;
  const rows =
    state === 'read'
      ? await tx.query<{ id: Id }>(
          `INSERT INTO notification_read (mandant_id, notification_id, person_id)
           SELECT n.mandant_id, n.id, $2 FROM notification n WHERE n.id = ANY($1)
           ON CONFLICT DO NOTHING RETURNING notification_id AS id`,
          [ids, personId],
        )
      : await tx.query<{ id: Id }>(
          `DELETE FROM notification_read WHERE notification_id = ANY($1) AND person_id = $2
           RETURNING notification_id AS id`,
          [ids, personId],
        );
  return rows.map(({ id }) => id);
}

/** The rules of the acting person; the first ones for whoever has none, or none that this version understands. */
export async function findRules(tx: Transaction): Promise<NotificationRules> {
  const [row] = await tx.query<{ rules: unknown }>(`SELECT rules FROM notification_rules WHERE person_id = $1`, [
    personOf(tx).id,
  ]);
  const kept = rulesSchema.safeParse(row?.rules);
  return kept.success ? kept.data : FIRST_RULES;
}

/** Keeps them for the acting person. */
export async function saveRules(tx: Transaction, rules: NotificationRules): Promise<void> {
  await tx.query(
    `INSERT INTO notification_rules (person_id, mandant_id, rules) VALUES ($1, $2, $3)
     ON CONFLICT (person_id) DO UPDATE SET rules = excluded.rules`,
    [personOf(tx).id, tx.mandantId, JSON.stringify(rules)],
  );
}
