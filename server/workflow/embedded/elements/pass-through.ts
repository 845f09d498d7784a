import { complete } from '../advance/tokens.js';
import type { ElementKind } from './element-kind.js';

/**
 * A task without a type or done outside: the engine has nothing to do and goes on. Mappings would have no effect on
 * Zeebe 8.5.8 (measured), so they are refused here.
 */
export const undefinedTask: ElementKind = {
  bpmnType: 'bpmn:Task',
  extensions: [],
  role: 'activity',
  flows: 'both',
  execute: (run, instance) => complete(run, instance),
};

export const manualTask: ElementKind = { ...undefinedTask, bpmnType: 'bpmn:ManualTask' };
