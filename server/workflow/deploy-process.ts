import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { MADE_PROCESSES } from './made-processes.js';
import type { ProcessEngine } from './process-engine.js';

// Models with diagram stay below 1 MB; the body limit of the server is 2 MB.
const input = z.object({ xml: z.string().min(1).max(2_000_000) });

/** Puts each process of a file into force. Running instances stay on their version; new ones start on this one. */
export function deployProcess(engine: ProcessEngine) {
  return act('workflow.deployProcess', input, async (tx, { xml }) => {
    const deployed = await engine.deploy(tx, { xml });
    if (isRejection(deployed)) return deployed;
    const { processes, warnings } = deployed;
    const made = processes.find(({ processId }) => processId.startsWith(MADE_PROCESSES));
    if (made) return reject('workflow.reservedProcess', { process: made.processId, beginning: MADE_PROCESSES });
    for (const { processId, version } of processes) {
      tx.protokoll({ objectKind: 'mandant', objectId: tx.mandantId, payload: { processId, version } });
      tx.changed('process', processId);
    }
    return { processes: [...processes], warnings: [...warnings] };
  });
}
