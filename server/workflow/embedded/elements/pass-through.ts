import { compensate, passesCompensation } from '../advance/compensation.js';
import { complete } from '../advance/tokens.js';
import { checkNoMapping } from '../compile/read-compensation.js';
import { readEvent } from '../compile/read-event.js';
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

/** An intermediate event that marks a point, or has completed activities undone. Any other is refused, not passed over. */
export const throwEvent: ElementKind = {
  bpmnType: 'bpmn:IntermediateThrowEvent',
  extensions: ['zeebe:IoMapping'],
  role: 'event',
  flows: 'both',
  read: (node, { report }) => {
    const event = readEvent(node, ['compensation'], report);
    if (event?.kind === 'compensation') checkNoMapping(node, report);
    return { event };
  },
  passes: passesCompensation,
  execute: (run, instance, { event }) => {
    if (event?.kind === 'compensation') compensate(run, instance, event.activityId);
    else complete(run, instance);
  },
};
