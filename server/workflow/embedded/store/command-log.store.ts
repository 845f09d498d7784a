import type { Queries } from '../../../platform/postgres/database.js';
import type { Key } from '../state.js';

/** A command, or the move of an instance to another definition. */
export interface LoggedCommand<Command> {
  /** First key of the block that the command drew its keys from. */
  readonly firstKey: Key;
  readonly definitionKey: Key;
  readonly at: Date;
  readonly command: Command;
}

/** The commands of an instance in their order. */
export async function commandsOf<Command>(queries: Queries, instanceKey: Key): Promise<LoggedCommand<Command>[]> {
  return queries.query(
    `SELECT first_key AS "firstKey", definition_key AS "definitionKey", at, command
       FROM engine.command_log WHERE instance_key = $1 ORDER BY first_key`,
    [instanceKey],
  );
}

/** Forgets how instances came about that ended before a moment, with the values they do not need any more. */
export async function forgetEnded(queries: Queries, before: Date): Promise<void> {
  for (const table of ['command_log', 'large_value']) {
    await queries.query(
      `DELETE FROM engine.${table} c USING engine.instance i
        WHERE i.key = c.instance_key AND i.mandant_id = current_mandant() AND i.ended_at < $1`,
      [before],
    );
  }
}
