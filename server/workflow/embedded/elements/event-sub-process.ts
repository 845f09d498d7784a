import { putToken } from '../advance/tokens.js';
import { elementOf } from '../model.js';
import type { ElementKind } from './element-kind.js';

/** A sub-process that an event of the surrounding scope starts; an interrupting one has ended everything else there. */
export const eventSubProcess: ElementKind = {
  bpmnType: 'eventSubProcess',
  extensions: ['zeebe:IoMapping'],
  role: 'scope',
  flows: 'none',
  execute: (run, instance, { container }) => {
    if (container === null || container.startId === null) throw new Error(`${instance.elementId} has no start event`);
    // What the event brought along belongs to its start event, whose output mapping may choose among it.
    putToken(run, elementOf(run.model, container.startId), instance, instance.result);
    delete instance.result;
  },
};
