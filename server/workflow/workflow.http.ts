import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import type { ProcessCheck } from '../contract/views.js';
import { place, question, view, type Route } from '../platform/http/routes.js';
import { compile } from './embedded/index.js';
import { dwellOfProcess, isConcealed, pathOfInstance } from './history.queries.js';
import { migrationPlan } from './migrate-instance.js';
import { monitorVersion } from './monitor.queries.js';
import { instanceKey } from './operate-instance.js';
import type { InstanceOperations } from './process-engine.js';
import { listProcesses, processXml } from './workflow.queries.js';

/** Read models of processes and their instances, and what can be asked before an act. */
export const workflowRoutes = (engine: InstanceOperations): readonly Route[] => [
  view('/api/processes', 'process.read', async (tx) => ({ processes: await listProcesses(tx) })),
  view('/api/processes/:processId/:version', 'process.read', async (tx, values) => {
    const version = versionNumber(place(values, 'version'));
    const xml = version === null ? null : await processXml(tx, place(values, 'processId'), version);
    return xml === null ? reject('platform.notFound') : { xml };
  }),
  view('/api/processes/:processId/:version/monitor', 'process.deploy', async (tx, values) => {
    const version = versionNumber(place(values, 'version'));
    const monitor = version === null ? null : await monitorVersion(tx, place(values, 'processId'), version);
    return monitor ?? reject('platform.notFound');
  }),
  view('/api/processes/:processId/dwell', 'process.read', async (tx, values) => ({
    elements: await dwellOfProcess(tx, place(values, 'processId'), tx.clock.now()),
  })),
  view('/api/process-instances/:instanceKey/path', 'process.read', async (tx, values) => {
    const key = instanceKey.safeParse(place(values, 'instanceKey'));
    const history = key.success && !(await isConcealed(tx, key.data)) ? await pathOfInstance(tx, key.data) : null;
    return history ?? reject('platform.notFound');
  }),
  question('/api/process-instances/check-migration', 'process.deploy', migrationPlan, async (tx, plan) => {
    const outcome = await engine.migrate(tx, { ...plan, effect: 'check' });
    return outcome === 'gone' ? reject('workflow.instanceGone') : outcome;
  }),
  question('/api/processes/check', 'process.read', z.object({ xml: z.string() }), async (_tx, { xml }) => {
    const compiled = await compile(xml);
    const findings = compiled.kind === 'refused' ? compiled.findings : compiled.warnings;
    return { findings: [...findings] } satisfies ProcessCheck;
  }),
];

/** The number in an address; null for what cannot be the version of anything. */
function versionNumber(text: string): number | null {
  const version = Number(text);
  return Number.isSafeInteger(version) && version < 2 ** 31 ? version : null;
}
