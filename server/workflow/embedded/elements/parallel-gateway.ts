import { noteArrival, takeArrived, tokensAt } from '../advance/joins.js';
import { putToken } from '../advance/tokens.js';
import type { ElementKind } from './element-kind.js';

/**
 * Sends a token along every outgoing flow, after one token has come along every incoming flow. A flow that never brings
 * one keeps the others waiting for ever; letting them pass would hide the fault until the model runs on Zeebe.
 */
export const parallelGateway: ElementKind = {
  bpmnType: 'bpmn:ParallelGateway',
  extensions: [],
  role: 'gateway',
  flows: 'both',
  arrive: (run, element, scope, flowId) => {
    noteArrival(scope, element.id, flowId);
    const waiting = tokensAt(scope, element.id);
    if (element.incoming.some((incoming) => (waiting[incoming] ?? 0) === 0)) return;
    takeArrived(scope, element.id);
    putToken(run, element, scope);
  },
};
