import { z } from 'zod';
import { isRejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import type { ProcessEngine } from './process-engine.js';

// As for processes: the body limit of the server is 2 MB.
const input = z.object({ xml: z.string().min(1).max(2_000_000) });

/** Puts decisions (DMN) into force. Whoever asks from now on gets the new version, running processes too. */
export function deployDecision(engine: ProcessEngine) {
  return act('workflow.deployDecision', input, async (tx, { xml }) => {
    const deployed = await engine.deployDecisions(tx, { xml });
    if (isRejection(deployed)) return deployed;
    const { modelId, decisions, warnings } = deployed;
    tx.protokoll({ objectKind: 'mandant', objectId: tx.mandantId, payload: { modelId, decisions: [...decisions] } });
    tx.changed('process', modelId);
    return { modelId, decisions: [...decisions], warnings: [...warnings] };
  });
}
