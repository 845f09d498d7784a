import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

export interface ClosedAufgabe {
  readonly titel: string;
  readonly schritt: string;
  readonly state: 'offen' | 'erledigt' | 'entfallen';
  readonly createdAt: Date;
  readonly completedAt: Date | null;
  /** Who did it, or whose it was. */
  readonly person: string | null;
}

/** Every Aufgabe that there was in a Vorgang, in the order in which they came. */
export async function closedAufgabenOf(queries: Queries, vorgangId: Id): Promise<ClosedAufgabe[]> {
  return queries.query<ClosedAufgabe>(
    `SELECT a.titel ->> 'de' AS titel, a.schritt ->> 'de' AS schritt, a.state, a.created_at AS "createdAt",
            a.completed_at AS "completedAt", p.name AS person
       FROM aufgabe a LEFT JOIN person p ON p.id = coalesce(a.completed_by, a.assignee_id)
      WHERE a.mandant_id = current_mandant() AND a.vorgang_id = $1 ORDER BY a.created_at, a.id`,
    [vorgangId],
  );
}
