import type { ElementDwell, ProcessMonitor, StandingInstance } from '../contract/process-views.js';
import type { Transaction } from '../platform/transaction.js';
import type { Queries } from '../platform/postgres/database.js';
import { dwellOfProcess } from './history.queries.js';
import { incidentRow, listIncidents } from './incident.queries.js';

/** A page of them can be read; whoever has more to do asks what stops them all, and that stands first. */
const MOST_INSTANCES = 200;

/**
 * The tokens of active instances `i`: element instances that nothing runs in, so that a scope counts only where it waits
 * by itself, and for Zeebe the jobs that we know of.
 */
const TOKENS = `
  SELECT e.key::bigint AS element_key, e.value ->> 'elementId' AS element_id
    FROM jsonb_each(i.state -> 'instances') e
   WHERE e.key <> i.state ->> 'rootKey'
     AND NOT jsonb_path_query_array(i.state, '$.instances.*.parent') ? e.key
  UNION ALL
  SELECT j.element_key, j.element_id FROM engine.zeebe_job j
   WHERE j.instance_key = i.key AND j.state IN ('open', 'sending')`;

/** What happens in one version of a process now, and how long its steps took lately. Null for an unknown version. */
export async function monitorVersion(
  tx: Transaction,
  processId: string,
  version: number,
): Promise<ProcessMonitor | null> {
  const [definition] = await tx.query<{ key: string; running: number; stopped: number }>(
    `SELECT d.key, count(i.key)::int AS running,
            count(i.key) FILTER (WHERE EXISTS (SELECT FROM engine.incident n WHERE n.instance_key = i.key))::int AS stopped
       FROM engine.definition d LEFT JOIN engine.instance i ON i.definition_key = d.key AND i.status = 'active'
      WHERE d.process_id = $1 AND d.version = $2 GROUP BY d.key`,
    [processId, version],
  );
  if (!definition) return null;
  const { key, running, stopped } = definition;
  const dwell = await dwellOfProcess(tx, processId, tx.clock.now(), version);
  const elements = withTokens(dwell, await countTokens(tx, key));
  return { processId, version, running, stopped, elements, instances: await standingInstances(tx, key) };
}

/** How many tokens stand at each element now. The history does not know: it forgets, and tokens migrate. */
async function countTokens(queries: Queries, definitionKey: string): Promise<ReadonlyMap<string, number>> {
  const rows = await queries.query<{ elementId: string; active: number }>(
    `SELECT t.element_id AS "elementId", count(*)::int AS active
       FROM engine.instance i CROSS JOIN LATERAL (${TOKENS}) t
      WHERE i.definition_key = $1 AND i.status = 'active' GROUP BY t.element_id ORDER BY t.element_id`,
    [definitionKey],
  );
  return new Map(rows.map(({ elementId, active }) => [elementId, active]));
}

function withTokens(dwell: readonly ElementDwell[], tokens: ReadonlyMap<string, number>): ElementDwell[] {
  const known = new Set(dwell.map(({ elementId }) => elementId));
  const unseen = [...tokens.keys()].filter((elementId) => !known.has(elementId));
  const nothing = { entered: 0, incidents: 0, meanMilliseconds: null, medianMilliseconds: null };
  return [
    ...dwell.map((element) => ({ ...element, active: tokens.get(element.elementId) ?? 0 })),
    ...unseen.map((elementId) => ({ elementId, ...nothing, active: tokens.get(elementId) ?? 0 })),
  ];
}

async function standingInstances(queries: Queries, definitionKey: string): Promise<StandingInstance[]> {
  const rows = await queries.query<
    Omit<StandingInstance, 'startedAt' | 'tokens' | 'incidents'> & {
      startedAt: Date;
      tokens: { elementKey: string; elementId: string; since: string | null }[];
    }
  >(
    `SELECT i.key AS "instanceKey", v.aktenzeichen, i.started_at AS "startedAt", i.engine, i.parent_key AS "parentKey",
            coalesce((SELECT jsonb_agg(jsonb_build_object('elementKey', t.element_key::text, 'elementId', t.element_id,
                        'since', (SELECT min(h.at) FROM engine.event h
                                   WHERE h.instance_key = i.key AND h.element_key = t.element_key AND h.kind = 'entered'))
                        ORDER BY t.element_key) FROM (${TOKENS}) t), '[]') AS tokens
       FROM engine.instance i
       LEFT JOIN vorgang v
         ON v.id = CASE WHEN i.business_key ~ '^[0-9a-f-]{36}$' THEN i.business_key::uuid END
      WHERE i.definition_key = $1 AND i.status = 'active'
      ORDER BY EXISTS (SELECT FROM engine.incident n WHERE n.instance_key = i.key) DESC, i.key LIMIT ${MOST_INSTANCES}`,
    [definitionKey],
  );
  const keys = rows.map(({ instanceKey }) => instanceKey);
  const incidents = keys.length === 0 ? [] : await listIncidents(queries, keys);
  return rows.map((row) => ({
    ...row,
    startedAt: row.startedAt.toISOString(),
    tokens: row.tokens.map(({ since, ...token }) => ({ ...token, since: since && new Date(since).toISOString() })),
    incidents: incidents.filter(({ instanceKey }) => instanceKey === row.instanceKey).map(incidentRow),
  }));
}
