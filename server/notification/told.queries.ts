import { loadAbsences } from '../access/absence.queries.js';
import type { NotificationGroup, NotificationKind } from '../contract/notification-views.js';
import type { Role } from '../contract/permissions.js';
import type { Id } from '../contract/views.js';
import { permits } from '../platform/permits.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { groupOf, RECEIVERS } from './tell.js';

/** Something that was told, with what the acting person may see of its record. */
export interface ToldRow {
  readonly id: Id;
  readonly kind: NotificationKind;
  readonly at: Date;
  readonly read: boolean;
  readonly fuer: { id: Id; name: string } | null;
  readonly vorgang: NotificationGroup['vorgang'];
  readonly ersuchen: NotificationGroup['ersuchen'];
  readonly aufgabe: { id: Id; titel: { de: string; en: string } } | null;
}

/** Newest of each person and each group: nobody reads further back, and a group may have been told of thousands. */
const EACH = 200;
const ALL = 300;

interface Audience {
  readonly audience: string;
  readonly fuerId: Id | null;
  readonly fuerName: string | null;
  /** Positions of the Aktenplan that a Vertretung is limited to. */
  readonly positions: readonly Id[] | null;
}

/**
 * What the acting person was told, newest first: themselves, their groups, and whoever they stand in for today. Of an Aufgabe
 * only while it is open and lies where it was told, so that nobody goes after what a colleague has taken meanwhile; of a
 * record only what the person may see now. Of an Ersuchen likewise, until somebody has accepted or refused it. That an Aufgabe was
 * taken away is told in any case, without a word of it.
 */
export async function loadTold(tx: Transaction): Promise<ToldRow[]> {
  return tx.query<ToldRow>(
    `WITH told AS MATERIALIZED (
       SELECT DISTINCT ON (n.id) n.id, n.kind, n.at, n.person_id, n.aufgabe_id, n.vorgang_id, n.ersuchen_id,
              x."fuerId", x."fuerName", x.positions
         FROM jsonb_to_recordset($2::jsonb) AS x (audience text, "fuerId" uuid, "fuerName" text, positions uuid[], nr int)
        CROSS JOIN LATERAL (
          SELECT o.id, o.kind, o.at, o.person_id, o.aufgabe_id, o.vorgang_id, o.ersuchen_id, o.by_id FROM notification o
           WHERE o.mandant_id = $3 AND o.audience = x.audience ORDER BY o.at DESC LIMIT ${EACH}) n
        WHERE n.by_id IS DISTINCT FROM $1 AND (x."fuerId" IS NULL OR n.kind IN ('new', 'handed', 'overdue'))
        ORDER BY n.id, x.nr)
     SELECT t.id, t.kind, t.at,
            EXISTS (SELECT FROM notification_read r WHERE r.notification_id = t.id AND r.person_id = $1)
              OR (t.kind = 'new' AND EXISTS (SELECT FROM aufgabe_read s WHERE s.aufgabe_id = a.id AND s.person_id = $1))
              AS read,
            CASE WHEN t."fuerId" IS NOT NULL THEN json_build_object('id', t."fuerId", 'name', t."fuerName") END AS fuer,
            CASE WHEN v.id IS NOT NULL THEN
              json_build_object('id', v.id, 'aktenzeichen', v.aktenzeichen, 'betreff', v.betreff) END AS vorgang,
            CASE WHEN e.id IS NOT NULL THEN
              json_build_object('id', e.id, 'other', e.other_name, 'betreff', e.betreff) END AS ersuchen,
            CASE WHEN v.id IS NOT NULL AND a.id IS NOT NULL THEN
              json_build_object('id', a.id, 'titel', a.titel) END AS aufgabe
       FROM told t LEFT JOIN vorgang v ON v.id = t.vorgang_id LEFT JOIN aufgabe a ON a.id = t.aufgabe_id
       LEFT JOIN ersuchen e ON e.mandant_id = $3 AND e.id = t.ersuchen_id
      WHERE CASE WHEN t.kind = 'taken' THEN true
                 WHEN t.kind IN ('new', 'handed', 'overdue') THEN
                   v.id IS NOT NULL AND a.state = 'offen' AND a.assignee_id IS NOT DISTINCT FROM t.person_id
                   AND (t.positions IS NULL OR EXISTS (SELECT FROM akte k
                          WHERE k.id = v.akte_id AND k.aktenplaneinheit_id = ANY(t.positions)))
                 WHEN t.kind = 'asked' THEN e.state = 'offen'
                 ELSE v.id IS NOT NULL END
      ORDER BY t.at DESC, t.id LIMIT ${ALL}`,
    [personOf(tx).id, JSON.stringify(await audiencesOf(tx)), tx.mandantId],
  );
}

/** Everybody whose ears the acting person has, the own ones first. */
async function audiencesOf(tx: Transaction): Promise<(Audience & { nr: number })[]> {
  const person = personOf(tx);
  const absences = await loadAbsences(tx, person.id, tx.clock.today());
  const own = [...ears(person), ...(permits(person, RECEIVERS) ? [RECEIVERS] : [])].map((audience) => ({
    audience,
    fuerId: null,
    fuerName: null,
    positions: null,
  }));
  const lent = absences.flatMap((absent) =>
    ears(absent).map((audience) => ({
      ...{ audience, fuerId: absent.id, fuerName: absent.name },
      positions: absent.positions,
    })),
  );
  return [...own, ...lent].map((audience, nr) => ({ ...audience, nr }));
}

function ears({
  id,
  roles,
  unitId,
}: {
  readonly id: Id;
  readonly roles: readonly Role[];
  readonly unitId: Id;
}): string[] {
  return [id, ...roles.flatMap((role) => [groupOf(role, null), groupOf(role, unitId)])];
}
