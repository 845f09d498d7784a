import { z } from 'zod';
import { isRejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { reason } from '../platform/typed-text.js';
import { instanceKey, operateInstance } from './operate-instance.js';
import type { InstanceOperations } from './process-engine.js';

const input = z.object({ instanceKey, reason });

/** Ends a process instance with everything in it: its Aufgaben go, its Vorgang and what was done in it stay. */
export function cancelInstance(engine: InstanceOperations) {
  return act('workflow.cancelInstance', input, (tx, { instanceKey: key, reason: why }) => {
    const text = { de: `Ablauf beendet: ${why}`, en: `Process cancelled: ${why}` };
    return operateInstance(tx, key, text, { reason: why }, async () => {
      const outcome = await engine.cancel(tx, { instanceKey: key });
      return outcome === 'gone' || isRejection(outcome) ? outcome : { instanceKey: key };
    });
  });
}
