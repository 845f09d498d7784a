import type { ElementInstance } from '../state.js';

/** How many tokens wait at a gateway of this scope, by the sequence flow along which they came. */
export function tokensAt(scope: ElementInstance, gatewayId: string): Readonly<Record<string, number>> {
  return scope.arrived?.[gatewayId] ?? {};
}

export function noteArrival(scope: ElementInstance, gatewayId: string, flowId: string): void {
  const waiting = ((scope.arrived ??= {})[gatewayId] ??= {});
  waiting[flowId] = (waiting[flowId] ?? 0) + 1;
}

/** The gateway goes on: one token of each flow, where one is there, becomes the one that leaves. */
export function takeArrived(scope: ElementInstance, gatewayId: string): void {
  if (scope.arrived === undefined) return;
  const left = Object.entries(tokensAt(scope, gatewayId)).flatMap(([id, count]) =>
    count > 1 ? [[id, count - 1]] : [],
  );
  if (left.length > 0) scope.arrived[gatewayId] = Object.fromEntries(left) as Record<string, number>;
  else delete scope.arrived[gatewayId];
  if (Object.keys(scope.arrived).length === 0) delete scope.arrived;
}
