import type { OwnWord, WordingRow, WordingView } from '../contract/wording-views.js';
import type { Queries } from '../platform/postgres/database.js';

type Row = Omit<WordingRow, 'changedAt'> & { readonly changedAt: Date };

/** Every word that was changed at some time, with who did it last. */
export async function loadWording(queries: Queries): Promise<WordingView> {
  const rows = await queries.query<Row>(
    `SELECT term, language, forms, version, changed_by AS "changedBy", changed_at AS "changedAt"
       FROM wording ORDER BY term, language`,
  );
  return { items: rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() })) };
}

/** What this authority says otherwise today. */
export async function loadOwnWords(queries: Queries): Promise<OwnWord[]> {
  return queries.query<OwnWord>(
    `SELECT term, language, forms FROM wording WHERE forms IS NOT NULL ORDER BY term, language`,
  );
}
