import type { AuthorityView, BarriereRow, BarrierenView, ToldBarriere } from '../contract/barriere-views.js';
import type { Letterhead } from '../contract/mandant-views.js';
import type { Id } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

/** More than anybody reads at once; what is open comes first. */
const MOST_SHOWN = 200;

interface Row extends ToldBarriere {
  readonly id: Id;
  readonly toldAt: Date;
  readonly signedIn: boolean;
  readonly closedAt: Date | null;
  readonly closedBy: string | null;
  readonly note: string | null;
}

/** What was told, for the administration. */
export async function loadBarrieren(queries: Queries): Promise<BarrierenView> {
  const rows = await queries.query<Row>(
    `SELECT id, told_at AS "toldAt", page, description, contact, signed_in AS "signedIn", closed_at AS "closedAt",
            closed_by AS "closedBy", note
       FROM barriere ORDER BY closed_at IS NOT NULL, told_at DESC, id LIMIT ${MOST_SHOWN}`,
  );
  const [counted] = await queries.query<{ open: number }>(
    `SELECT count(*)::int AS open FROM barriere WHERE closed_at IS NULL`,
  );
  return { items: rows.map(shown), open: counted?.open ?? 0 };
}

function shown({ id, toldAt, page, description, contact, signedIn, closedAt, closedBy, note }: Row): BarriereRow {
  const closed = closedAt && { at: closedAt.toISOString(), by: closedBy ?? '', note: note ?? '' };
  return { id, toldAt: toldAt.toISOString(), page, description, contact, signedIn, closed };
}

/** Name and letterhead of the Mandant: both stand on every letter that it sends. */
export async function loadAuthority(queries: Queries): Promise<AuthorityView['authority']> {
  const [row] = await queries.query<{ name: string; letterhead: Letterhead | null }>(
    `SELECT name, letterhead FROM mandant WHERE mandant_id = current_mandant()`,
  );
  return row ? { name: row.name, ...row.letterhead } : null;
}
