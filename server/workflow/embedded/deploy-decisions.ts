import { createHash } from 'node:crypto';
import { reject, type Rejection } from '../../contract/rejections.js';
import { authorOf, type Transaction } from '../../platform/transaction.js';
import type { DecisionDeployment } from '../process-engine.js';
import { compileDecisions } from './dmn/compile-decisions.js';
import { decisionsOfModel, insertDecisionModel, newestDecisionModel } from './store/decision.store.js';
import { nextKeyBlock } from './store/definition.store.js';

/** Checks decisions and keeps their bytes; from now on business rule tasks ask the new version. */
export async function deployDecisions(tx: Transaction, xml: string): Promise<DecisionDeployment | Rejection> {
  const compiled = await compileDecisions(xml);
  if (compiled.kind === 'refused') {
    const errors = compiled.findings.filter(({ severity }) => severity === 'error');
    const reasons = errors.map(({ at, de, en }) => reject('workflow.finding', { at: at || '–', de, en }));
    return reject('workflow.notDeployable', { count: errors.length }, reasons);
  }
  const { model, warnings } = compiled;
  const modelId = model.id;
  // Two deployments of one Mandant wait for each other, so that no version is given twice: decisions move between files.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended(current_mandant()::text, 3))`);
  const resource = Buffer.from(xml, 'utf8');
  const sha256 = createHash('sha256').update(resource).digest('hex');
  const newest = await newestDecisionModel(tx, modelId);
  if (newest?.sha256 === sha256) return { modelId, decisions: await decisionsOfModel(tx, newest.key), warnings };
  const key = String(await nextKeyBlock(tx));
  await insertDecisionModel(tx, {
    key,
    mandantId: tx.mandantId,
    modelId,
    name: model.name,
    sha256,
    resource,
    decisions: [...model.decisions.values()].map(({ id, name }) => ({ id, name })),
    deployedAt: tx.clock.now(),
    deployedBy: authorOf(tx.actor),
  });
  return { modelId, decisions: await decisionsOfModel(tx, key), warnings };
}
