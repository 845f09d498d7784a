import { putToken } from '../advance/tokens.js';
import { elementOf } from '../model.js';
import type { ElementKind } from './element-kind.js';

/** An embedded sub-process: a scope of its own that is left when no token is in it any more. */
export const subProcess: ElementKind = {
  bpmnType: 'bpmn:SubProcess',
  extensions: ['zeebe:IoMapping'],
  role: 'activity',
  flows: 'both',
  execute: (run, instance, { container }) => {
    if (container === null || container.startId === null) throw new Error(`${instance.elementId} has no start event`);
    putToken(run, elementOf(run.model, container.startId), instance);
  },
};
