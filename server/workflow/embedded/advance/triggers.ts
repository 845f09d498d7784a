import type { JsonObject } from '../json.js';
import { elementOf, type Element } from '../model.js';
import type { ElementInstance } from '../state.js';
import { elementAt, scopeOf, type Run } from './run.js';
import { complete, end, putToken, terminate, terminateChildren } from './tokens.js';

/**
 * An event happens.
 *
 * @param waiting the element instance that the wait belonged to
 * @param target the event: `waiting` itself, a boundary event attached to it, one behind a gateway, or a start inside its
 *   scope
 * @param variables what the event brings along; written to the scopes above when the event is left
 */
export function trigger(run: Run, waiting: ElementInstance, target: Element, variables: JsonObject): void {
  if (target.id === waiting.elementId) complete(run, waiting, variables);
  else if (elementAt(run, waiting).kind.bpmnType === 'bpmn:EventBasedGateway') decide(run, waiting, target, variables);
  else if (target.attachedToId === waiting.elementId) leaveByBoundary(run, waiting, target, variables);
  else startEventSubProcess(run, waiting, target, variables);
}

/** An event happens once: one that is stuck on its way out does not happen again. */
export function hasHappened({ elementId, phase }: ElementInstance, targetId: string): boolean {
  return elementId === targetId && phase === 'leaving';
}

// The event has happened at the gateway: the token only passes it.
function decide(run: Run, gateway: ElementInstance, event: Element, variables: JsonObject): void {
  const scope = scopeOf(run, gateway);
  end(run, gateway, 'completed');
  putToken(run, event, scope, variables);
}

function leaveByBoundary(run: Run, activity: ElementInstance, boundary: Element, variables: JsonObject): void {
  const scope = scopeOf(run, activity);
  if (boundary.interrupts === 'interrupting') terminate(run, activity);
  putToken(run, boundary, scope, variables);
}

function startEventSubProcess(run: Run, scope: ElementInstance, start: Element, variables: JsonObject): void {
  if (start.containerId === null) throw new Error(`${start.id} starts nothing`);
  if (start.interrupts === 'interrupting') {
    terminateChildren(run, scope.key);
    delete scope.arrived;
    delete scope.hears;
    run.effects.push({ kind: 'waitsClosed', elementKey: scope.key });
  }
  putToken(run, elementOf(run.model, start.containerId), scope, variables);
}
