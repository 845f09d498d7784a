import { z } from 'zod';
import { isRejection } from '../contract/rejections.js';
import { act } from '../platform/act.js';
import { reason } from '../platform/typed-text.js';
import { instanceKey, operateInstance } from './operate-instance.js';
import type { InstanceOperations } from './process-engine.js';

export const migrationPlan = z.object({
  instanceKey,
  version: z.int().min(1).max(2_147_483_647),
  mapping: z.record(z.string().min(1).max(200), z.string().min(1).max(200)),
});

/** Moves a running process instance to another version of its model; every token stays where it is. */
export function migrateInstance(engine: InstanceOperations) {
  return act('workflow.migrateInstance', migrationPlan.extend({ reason }), (tx, { reason: why, ...plan }) => {
    const text = {
      de: `Ablauf auf Fassung ${plan.version} umgestellt: ${why}`,
      en: `Process moved to version ${plan.version}: ${why}`,
    };
    const { version, mapping } = plan;
    return operateInstance(tx, plan.instanceKey, text, { version, mapping, reason: why }, async () => {
      const outcome = await engine.migrate(tx, { ...plan, effect: 'migrate' });
      return outcome === 'gone' || isRejection(outcome) ? outcome : { warnings: [...outcome.warnings] };
    });
  });
}
