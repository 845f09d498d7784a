import type { Queries } from '../../../platform/postgres/database.js';

/** Whether an instance of the embedded engine waits for a message, or a process that it starts still runs there. */
export async function embeddedHasUseFor(
  queries: Queries,
  { name, correlationKey }: { readonly name: string; readonly correlationKey: string },
): Promise<boolean> {
  const [row] = await queries.query<{ yes: boolean }>(
    `SELECT EXISTS (SELECT FROM engine.message_subscription
                     WHERE mandant_id = current_mandant() AND name = $1 AND correlation_key = $2)
         OR EXISTS (SELECT FROM engine.instance i
                     WHERE i.mandant_id = current_mandant() AND i.business_key = $2
                       AND i.engine = 'embedded' AND i.status = 'active'
                       AND EXISTS (SELECT FROM engine.definition d, jsonb_array_elements(d.message_starts) s
                                    WHERE d.process_id = i.process_id AND s ->> 'messageName' = $1)) AS yes`,
    [name, correlationKey],
  );
  return row?.yes ?? false;
}
