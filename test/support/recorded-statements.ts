import type { Database, Queries } from '../../server/platform/postgres/database.js';

/** One statement as a slice sent it. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** A database that writes down every statement that runs in a transaction of a Mandant. */
export function recording(database: Database, statements: Statement[]): Database {
  const noted = (queries: Queries): Queries => ({
    query: (sql, parameters = []) => {
      statements.push({ sql, parameters });
      return queries.query(sql, parameters);
    },
  });
  return {
    ...database,
    transaction: (mandantId, work) => database.transaction(mandantId, (queries) => work(noted(queries))),
    transactionOf: (viewer, work) => database.transactionOf(viewer, (queries) => work(noted(queries))),
  };
}

/** Each wording once with each set of parameters, so that a loop that asks every second counts once. */
export function distinct(statements: readonly Statement[]): Statement[] {
  return [...new Map(statements.map((statement) => [wordingOf(statement), statement])).values()];
}

function wordingOf(statement: Statement): string {
  return JSON.stringify(statement, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}` : value));
}
