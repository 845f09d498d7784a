import { requireBoolean } from '../advance/required.js';
import type { ElementKind } from './element-kind.js';
import { noConditionHolds } from './exclusive-gateway.js';

/**
 * Takes every flow whose condition holds, else the default flow. It only splits: which tokens would still come to a join
 * is not known, and Zeebe 8.5 refuses it, too.
 */
export const inclusiveGateway: ElementKind = {
  bpmnType: 'bpmn:InclusiveGateway',
  extensions: [],
  role: 'gateway',
  flows: 'both',
  choose: (run, instance, element) => {
    const { outgoing, defaultFlowId } = element;
    const chosen = outgoing.filter(
      ({ id, condition }) => id !== defaultFlowId && (condition === null || requireBoolean(run, instance, condition)),
    );
    if (chosen.length > 0) return chosen;
    const otherwise = outgoing.filter((flow) => flow.id === defaultFlowId);
    if (otherwise.length > 0 || outgoing.length === 0) return otherwise;
    throw noConditionHolds(element);
  },
};
