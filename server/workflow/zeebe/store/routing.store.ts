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

/** The same of Zeebe, as far as it is known here: messages that can reach an instance at any time, and its start. */
export async function zeebeHasUseFor(
  queries: Queries,
  { name, correlationKey }: { readonly name: string; readonly correlationKey: string },
): Promise<boolean> {
  const [row] = await queries.query<{ yes: boolean }>(
    `SELECT EXISTS (SELECT FROM engine.instance i
                     WHERE i.mandant_id = current_mandant() AND i.business_key = $2
                       AND i.engine = 'zeebe' AND i.status = 'active'
                       AND (EXISTS (SELECT FROM engine.zeebe_instance z
                                     WHERE z.instance_key = i.key AND $1 = ANY (z.awaits))
                         OR EXISTS (SELECT FROM engine.definition d, jsonb_array_elements(d.message_starts) s
                                     WHERE d.process_id = i.process_id AND s ->> 'messageName' = $1))) AS yes`,
    [name, correlationKey],
  );
  return row?.yes ?? false;
}

/** Engines on which an instance of this Mandant runs. */
export async function enginesRunning(queries: Queries): Promise<('embedded' | 'zeebe')[]> {
  const rows = await queries.query<{ engine: 'embedded' | 'zeebe' }>(
    `SELECT e.engine FROM unnest(ARRAY['embedded', 'zeebe']) AS e (engine)
      WHERE EXISTS (SELECT FROM engine.instance i
                     WHERE i.mandant_id = current_mandant() AND i.engine = e.engine AND i.status = 'active')`,
  );
  return rows.map(({ engine }) => engine);
}
