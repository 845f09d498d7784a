import { z } from 'zod';
import { reject } from '../contract/rejections.js';
import type { ProcessCheck } from '../contract/views.js';
import { place, question, view, type Route } from '../platform/http/routes.js';
import { compile } from './embedded/index.js';
import { listProcesses, processXml } from './workflow.queries.js';

export const workflowRoutes: readonly Route[] = [
  view('/api/processes', 'process.read', async (tx) => ({ processes: await listProcesses(tx) })),
  view('/api/processes/:processId/:version', 'process.read', async (tx, values) => {
    const version = Number(place(values, 'version'));
    const known = Number.isSafeInteger(version) && version < 2 ** 31;
    const xml = known ? await processXml(tx, place(values, 'processId'), version) : null;
    return xml === null ? reject('platform.notFound') : { xml };
  }),
  question('/api/processes/check', 'process.read', z.object({ xml: z.string() }), async (_tx, { xml }) => {
    const compiled = await compile(xml);
    const findings = compiled.kind === 'refused' ? compiled.findings : compiled.warnings;
    return { findings: [...findings] } satisfies ProcessCheck;
  }),
];
