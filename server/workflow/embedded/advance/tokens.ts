import { elementOf, type Element, type Flow } from '../model.js';
import type { ElementInstance, Key, Outcome } from '../state.js';
import type { JsonObject } from '../json.js';
import { forgetCompensable } from './compensable.js';
import { childrenOf, elementAt, rootOf, type Run } from './run.js';

/** Puts a token on an element: a new instance that enters as soon as its turn comes. */
export function putToken(run: Run, element: Element, scope: ElementInstance, result?: JsonObject): ElementInstance {
  return create(run, element, scope, element.multiInstance === null ? 'element' : 'body', result);
}

/** One run of a multi-instance activity inside its body. */
export function putLoopToken(run: Run, body: ElementInstance, variables: JsonObject): ElementInstance {
  const instance = create(run, elementAt(run, body), body, 'element');
  instance.variables = { ...variables };
  return instance;
}

/** Sends a token along a sequence flow. A parallel gateway may keep it until its companions arrive. */
export function takeFlow(run: Run, flow: Flow, scope: ElementInstance): void {
  const target = elementOf(run.model, flow.targetId);
  if (target.kind.arrive === undefined) putToken(run, target, scope);
  else target.kind.arrive(run, target, scope, flow.id);
}

/** The token goes on when its turn comes; `result` are the variables it brings along. */
export function complete(run: Run, instance: ElementInstance, result: JsonObject = {}): void {
  instance.result = result;
  instance.phase = 'leaving';
  run.agenda.push({ kind: 'leave', key: instance.key });
}

/** Takes an instance off the tree. Its children must be gone already. */
export function end(run: Run, instance: ElementInstance, outcome: Outcome): void {
  delete run.state.instances[instance.key];
  if (instance.call === 'running') run.effects.push({ kind: 'childCancelled', elementKey: instance.key });
  run.effects.push({ kind: 'elementEnded', key: instance.key, elementId: instance.elementId, outcome });
}

/** Ends an instance and everything inside it. */
export function terminate(run: Run, instance: ElementInstance): void {
  terminateAll(run, [instance]);
}

export function terminateChildren(run: Run, key: Key): void {
  terminateAll(run, childrenOf(run, key));
}

// Level by level, as Zeebe does: every instance that holds nothing ends when its turn comes, a scope right after the last
// one in it.
function terminateAll(run: Run, instances: readonly ElementInstance[]): void {
  const ending = [...instances];
  for (const instance of ending) {
    const children = childrenOf(run, instance.key);
    ending.push(...children);
    if (children.length === 0) terminateUp(run, instance, ending);
  }
}

function terminateUp(run: Run, instance: ElementInstance, ending: readonly ElementInstance[]): void {
  forgetCompensable(run, instance.key);
  end(run, instance, 'terminated');
  const scope = ending.find(({ key }) => key === instance.parent);
  if (scope !== undefined && childrenOf(run, scope.key).length === 0) terminateUp(run, scope, ending);
}

/** Ends the process and everything in it, before it is through. */
export function terminateProcess(run: Run): void {
  const root = rootOf(run);
  terminate(run, root);
  delete run.state.compensations;
  run.state.status = 'terminated';
  run.effects.push({ kind: 'instanceEnded', outcome: 'terminated', variables: root.variables });
}

/** A scope is done when no token is left in it; one that waits at a join for ever is still a token. */
export function completeIfEmpty(run: Run, scope: ElementInstance): void {
  if (isEmpty(run, scope)) complete(run, scope);
}

export function isEmpty(run: Run, scope: ElementInstance): boolean {
  return scope.arrived === undefined && childrenOf(run, scope.key).length === 0;
}

/** Makes a scope around tokens that a modification puts into it: entered without its mappings and its start event. */
export function createScope(run: Run, element: Element, outer: ElementInstance): ElementInstance {
  const instance = instanceOf(run, element, outer, 'element', 'opening');
  run.effects.push({ kind: 'elementEntered', key: instance.key, elementId: element.id });
  run.agenda.push({ kind: 'open', key: instance.key });
  return instance;
}

function create(
  run: Run,
  element: Element,
  scope: ElementInstance,
  role: ElementInstance['role'],
  result?: JsonObject,
): ElementInstance {
  const instance = instanceOf(run, element, scope, role, 'entering');
  if (result !== undefined) instance.result = result;
  run.agenda.push({ kind: 'enter', key: instance.key });
  return instance;
}

function instanceOf(
  run: Run,
  element: Element,
  scope: ElementInstance,
  role: ElementInstance['role'],
  phase: ElementInstance['phase'],
): ElementInstance {
  const key = run.nextKey();
  return (run.state.instances[key] = { key, elementId: element.id, parent: scope.key, role, phase, variables: {} });
}
