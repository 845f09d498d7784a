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

/** Removes an incident of an instance on Zeebe and returns its job; null where it is gone or belongs elsewhere. */
export async function takeIncident(queries: Queries, key: string): Promise<{ jobKey: string | null } | null> {
  const [row] = await queries.query<{ jobKey: string | null }>(
    `DELETE FROM engine.incident n USING engine.instance i
      WHERE n.key = $1 AND i.key = n.instance_key AND i.engine = 'zeebe' RETURNING n.job_key AS "jobKey"`,
    [key],
  );
  return row ?? null;
}
