import { complete } from '../advance/tokens.js';
import { idOf, nodesOf } from '../compile/moddle.js';
import type { ElementKind } from './element-kind.js';

/** A task without a type or done outside: the engine has nothing to do and goes on, as Zeebe does. */
export const undefinedTask: ElementKind = {
  bpmnType: 'bpmn:Task',
  extensions: ['zeebe:IoMapping'],
  role: 'activity',
  flows: 'both',
  execute: (run, instance) => complete(run, instance),
};

export const manualTask: ElementKind = { ...undefinedTask, bpmnType: 'bpmn:ManualTask' };

/** An intermediate event that only marks a point. Any event that it would throw is refused, not passed over. */
export const throwEvent: ElementKind = {
  bpmnType: 'bpmn:IntermediateThrowEvent',
  extensions: ['zeebe:IoMapping'],
  role: 'event',
  flows: 'both',
  read: (node, { report }) => {
    const definitions = nodesOf(node, 'eventDefinitions');
    if (definitions.length > 0) {
      report.add('event.unsupported', idOf(node), { what: definitions.map(({ $type }) => $type).join(', ') });
    }
    return {};
  },
  execute: (run, instance) => complete(run, instance),
};
