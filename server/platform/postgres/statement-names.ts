/** Uses after which a statement is worth a plan that every connection keeps. */
const OFTEN = 20;
/** A kept plan takes 10 to 100 kB in each connection: with 16 connections at most some 100 MB. */
const MOST = 100;
/** Wordings that are counted at all; SQL that is put together anew each time must not fill the memory. */
const MOST_COUNTED = 2_000;

/**
 * Names for prepared statements: those that come often get one, so that PostgreSQL parses and plans them once for each
 * connection. Of 0.8 ms for the write of an engine command, 0.5 ms are planning.
 *
 * @returns the name of a statement; undefined where it is not worth one (yet)
 */
export function createStatementNames(): (sql: string) => string | undefined {
  const uses = new Map<string, number>();
  const names = new Map<string, string>();
  return (sql) => {
    const known = names.get(sql);
    if (known !== undefined || names.size === MOST) return known;
    const count = (uses.get(sql) ?? 0) + 1;
    if (count === OFTEN) {
      uses.delete(sql);
      names.set(sql, `often_${names.size + 1}`);
    } else if (uses.size < MOST_COUNTED || uses.has(sql)) uses.set(sql, count);
    return names.get(sql);
  };
}
