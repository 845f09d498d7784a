import type { TermName, WordingLanguage } from '../contract/wording-views.js';
import { authorOf, type Transaction } from '../platform/transaction.js';

export interface KeptWord {
  readonly forms: string[] | null;
  readonly version: number;
}

/** Locked until the end of the transaction; version 0 for a word that was never changed. */
export async function lockWord(tx: Transaction, term: TermName, language: WordingLanguage): Promise<KeptWord> {
  // The row may not be there yet: two who change it for the first time wait for each other here. All words at once, since
  // whether one is taken depends on the others.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('wording' || $1, 0))`, [tx.mandantId]);
  const [row] = await tx.query<KeptWord>(`SELECT forms, version FROM wording WHERE term = $1 AND language = $2`, [
    term,
    language,
  ]);
  return row ?? { forms: null, version: 0 };
}

/** @returns the new version */
export async function saveWord(
  tx: Transaction,
  term: TermName,
  language: WordingLanguage,
  { forms, version }: KeptWord,
): Promise<number> {
  await tx.query(
    `INSERT INTO wording (mandant_id, term, language, forms, version, changed_by, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (mandant_id, term, language)
     DO UPDATE SET forms = $4, version = $5, changed_by = $6, changed_at = $7`,
    [tx.mandantId, term, language, forms, version + 1, authorOf(tx.actor), tx.clock.now()],
  );
  return version + 1;
}
