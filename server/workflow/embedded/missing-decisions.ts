import type { Finding } from '../../contract/finding.js';
import type { Queries } from '../../platform/postgres/database.js';
import { createReport } from './compile/report.js';
import type { Model } from './model.js';
import { modelsOfDecisions } from './store/decision.store.js';

/** Warns of decisions that are not there. They may come later; until then a task that asks for one is an incident. */
export async function missingDecisions(queries: Queries, models: readonly Model[]): Promise<readonly Finding[]> {
  const asked = models
    .flatMap(({ elements }) => [...elements.values()])
    .flatMap(({ id, decision }) => (decision?.fixedId == null ? [] : [{ id, decisionId: decision.fixedId }]));
  if (asked.length === 0) return [];
  const ids = asked.map(({ decisionId }) => decisionId);
  const there = new Set((await modelsOfDecisions(queries, ids)).map(({ decisionId }) => decisionId));
  const report = createReport();
  for (const { id, decisionId } of asked) {
    if (!there.has(decisionId)) report.add('decision.notDeployed', id, { what: decisionId }, 'warning');
  }
  return report.findings;
}
