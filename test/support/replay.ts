import pg from 'pg';
import type { Statement } from './recorded-statements.js';

/** What became of a statement: its rows and how many it touched, or the SQLSTATE that refused it. */
export interface Outcome {
  readonly rows: readonly unknown[];
  readonly touched: number;
  readonly refused: string | null;
}

/** Whose eyes a statement has. */
export interface Eyes {
  readonly mandantId: string;
  /** The system, a person, or nobody at all. */
  readonly viewer: string | null;
  /** Calendar day of the office. */
  readonly day?: string;
}

/**
 * Runs a statement as it was sent, with the eyes given (null: of no Mandant), and takes everything back. The rows that
 * come out are those that can be seen with them.
 */
export async function replay(client: pg.Client, eyes: Eyes | null, statement: Statement): Promise<Outcome> {
  await client.query('BEGIN');
  try {
    if (eyes) await client.query(`SELECT set_config('laufmappe.mandant_id', $1, true)`, [eyes.mandantId]);
    if (eyes?.viewer) await client.query(`SELECT set_config('laufmappe.viewer', $1, true)`, [eyes.viewer]);
    if (eyes?.day) await client.query(`SELECT set_config('laufmappe.day', $1, true)`, [eyes.day]);
    const result = await client.query<object>(statement.sql, [...statement.parameters]);
    return { rows: result.rows, touched: result.rowCount ?? 0, refused: null };
  } catch (error) {
    return { rows: [], touched: 0, refused: (error as { code?: string }).code ?? String(error) };
  } finally {
    await client.query('ROLLBACK');
  }
}

export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
