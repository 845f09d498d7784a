import pg from 'pg';
import type { MandantCounts, MandantRow } from '../contract/mandant-views.js';
import type { Id } from '../contract/views.js';

/** An account of the shared administration. */
export interface Operator {
  readonly id: Id;
  readonly login: string;
  readonly name: string;
}

/** What the shared administration can ask, and nothing else: its role reaches no record of any Mandant. */
export interface OperatorDatabase {
  findLogin(login: string): Promise<(Operator & { passwordHash: string }) | null>;
  /** null for one that was switched off, so that a running session ends at once. */
  load(id: Id): Promise<Operator | null>;
  /** Makes an account. Returns whether the login was free. */
  insert(operator: Operator & { passwordHash: string }, at: Date): Promise<boolean>;
  overview(): Promise<MandantRow[]>;
  counts(mandantId: Id): Promise<MandantCounts>;
  close(): Promise<void>;
}

type OverviewRow = Omit<MandantRow, 'createdAt' | 'suspendedAt'> & { createdAt: Date; suspendedAt: Date | null };

/** @param url connection of the role that works before a Mandant is known (`laufmappe_session`) */
export function openOperatorDatabase(url: string): OperatorDatabase {
  const pool = new pg.Pool({ connectionString: url, max: 2, application_name: 'laufmappe-operator' });
  pool.on('error', () => undefined); // an idle connection that dies is replaced by the next query
  const query = async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
    (await pool.query<T>(sql, values)).rows;
  return {
    findLogin: async (login) => {
      const [row] = await query<Operator & { passwordHash: string }>(
        `SELECT id, login, name, password_hash AS "passwordHash" FROM operator WHERE login = $1 AND active`,
        [login],
      );
      return row ?? null;
    },
    load: async (id) => {
      const [row] = await query<Operator>(`SELECT id, login, name FROM operator WHERE id = $1 AND active`, [id]);
      return row ?? null;
    },
    insert: async ({ id, login, name, passwordHash }, at) => {
      const rows = await query(
        `INSERT INTO operator (id, login, name, password_hash, created_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (login) DO NOTHING RETURNING id`,
        [id, login, name, passwordHash, at],
      );
      return rows.length > 0;
    },
    overview: async () => {
      const rows = await query<OverviewRow>(
        `SELECT id, code, name, kind, created_at AS "createdAt", suspended_at AS "suspendedAt",
                suspension_reason AS "suspensionReason" FROM mandant_overview()`,
      );
      return rows.map((row) => ({
        ...row,
        createdAt: row.createdAt.toISOString(),
        suspendedAt: row.suspendedAt?.toISOString() ?? null,
      }));
    },
    counts: async (mandantId) => {
      const [row] = await query<Record<keyof MandantCounts, string>>(`SELECT * FROM mandant_counts($1)`, [mandantId]);
      const number = (text: string | undefined) => Number(text ?? 0);
      return {
        people: number(row?.people),
        akten: number(row?.akten),
        vorgaenge: number(row?.vorgaenge),
        dokumente: number(row?.dokumente),
        bytes: number(row?.bytes),
      };
    },
    close: () => pool.end(),
  };
}
