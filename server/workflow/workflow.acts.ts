import { cancelInstance } from './cancel-instance.js';
import { deployDecision } from './deploy-decision.js';
import { deployProcess } from './deploy-process.js';
import { migrateInstance } from './migrate-instance.js';
import { modifyInstance } from './modify-instance.js';
import type { InstanceOperations, ProcessEngine } from './process-engine.js';
import { resolveIncident } from './resolve-incident.js';

/** What people do with models and with what runs on them. */
export function workflowActs(engine: ProcessEngine & InstanceOperations) {
  return [
    deployProcess(engine),
    deployDecision(engine),
    resolveIncident(engine),
    cancelInstance(engine),
    modifyInstance(engine),
    migrateInstance(engine),
  ];
}
