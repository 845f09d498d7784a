import { z } from 'zod';
import { isRejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { reason } from '../platform/typed-text.js';
import { instanceKey, operateInstance } from './operate-instance.js';
import type { InstanceOperations } from './process-engine.js';

const input = z.object({
  instanceKey,
  terminate: z.array(instanceKey).max(100),
  activate: z.array(z.string().min(1).max(200)).max(100),
  reason,
});

/**
 * Moves tokens by hand. Variables stay as they are: whoever could change them would decide in place of those who sign
 * (DECISIONS.md, 18).
 */
export function modifyInstance(engine: InstanceOperations) {
  return act('workflow.modifyInstance', input, (tx, { instanceKey: key, terminate, activate, reason: why }) => {
    const text = {
      de: `Ablauf versetzt nach ${activate.join(', ') || '–'}: ${why}`,
      en: `Process moved to ${activate.join(', ') || '–'}: ${why}`,
    };
    return operateInstance(tx, key, text, { terminate, activate, reason: why }, async () => {
      const tokens = activate.map((elementId) => ({ elementId, variables: {} }));
      const outcome = await engine.modify(tx, { instanceKey: key, terminate, activate: tokens });
      return outcome === 'gone' || isRejection(outcome) ? outcome : { instanceKey: key };
    });
  });
}
