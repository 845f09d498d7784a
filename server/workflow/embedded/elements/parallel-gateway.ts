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
    const gateways = (scope.arrived ??= {});
    const waiting = (gateways[element.id] ??= {});
    waiting[flowId] = (waiting[flowId] ?? 0) + 1;
    if (element.incoming.some((incoming) => (waiting[incoming] ?? 0) === 0)) return;
    gateways[element.id] = Object.fromEntries(
      Object.entries(waiting).flatMap(([id, count]) => (count > 1 ? [[id, count - 1]] : [])),
    );
    if (Object.keys(gateways[element.id] ?? {}).length === 0) delete gateways[element.id];
    if (Object.keys(gateways).length === 0) delete scope.arrived;
    putToken(run, element, scope);
  },
};
