import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import { place, question, view, type Route } from '../platform/http/routes.js';
import { decisionXml, listDecisions } from './decision.queries.js';
import type { InstanceOperations } from './process-engine.js';

const tried = z.object({ decisionId: z.string().min(1).max(200), variables: z.record(z.string(), z.json()) });

/** Read models of decisions, and trying one out before a process relies on it. */
export const decisionRoutes = (engine: InstanceOperations): readonly Route[] => [
  view('/api/decisions', 'process.read', async (tx) => ({ decisions: await listDecisions(tx) })),
  view('/api/decisions/:decisionId/:version', 'process.read', async (tx, values) => {
    const version = Number(place(values, 'version'));
    const known = Number.isSafeInteger(version) && version < 2 ** 31;
    const xml = known ? await decisionXml(tx, place(values, 'decisionId'), version) : null;
    return xml === null ? reject('platform.notFound') : { xml };
  }),
  question('/api/decisions/evaluate', 'process.deploy', tried, (tx, { decisionId, variables }) =>
    engine.evaluateDecision(tx, { decisionId, variables }),
  ),
];
