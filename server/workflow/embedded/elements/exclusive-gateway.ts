import { requireBoolean } from '../advance/required.js';
import { Stuck } from '../advance/run.js';
import type { Element } from '../model.js';
import type { ElementKind } from './element-kind.js';

/** Takes the first flow whose condition holds, else the default flow. Joins nothing: every token passes on its own. */
export const exclusiveGateway: ElementKind = {
  bpmnType: 'bpmn:ExclusiveGateway',
  extensions: [],
  role: 'gateway',
  flows: 'both',
  choose: (run, instance, element) => {
    const { outgoing, defaultFlowId } = element;
    for (const flow of outgoing) {
      if (flow.id === defaultFlowId) continue;
      if (flow.condition === null || requireBoolean(run, instance, flow.condition)) return [flow];
    }
    const otherwise = outgoing.filter((flow) => flow.id === defaultFlowId);
    if (otherwise.length > 0 || outgoing.length === 0) return otherwise;
    throw noConditionHolds(element);
  },
};

export function noConditionHolds({ name, id }: Element): Stuck {
  return new Stuck('CONDITION_ERROR', {
    de: `Keine Bedingung am Gateway „${name || id}“ trifft zu, und es gibt keinen Standardfluss.`,
    en: `No condition at the gateway “${name || id}” holds, and there is no default flow.`,
  });
}
