import type { Element } from '../model.js';
import type { ElementInstance } from '../state.js';
import { handlerLeft, rememberCompensable } from './compensation.js';
import { callListener } from './listeners.js';
import { enterLoop, loopRunLeft, startRuns } from './multi-instance.js';
import { elementAt, isLoopRun, scopeOf, type Run, type Step } from './run.js';
import { spread } from './signals.js';
import { complete, completeIfEmpty, end, takeFlow } from './tokens.js';
import { mapInputs, mapOutputs, writeVariables } from './variables.js';
import { openWaits } from './waits.js';

/** Takes one step of one token, or lets a signal spread. A token that ended meanwhile takes none. */
export function takeStep(run: Run, step: Step): void {
  if (step.kind === 'signal') return spread(run, step);
  const instance = run.state.instances[step.key];
  if (instance === undefined) return;
  switch (step.kind) {
    case 'enter':
      return enter(run, instance);
    case 'leave':
      return leave(run, instance);
    case 'later':
      return complete(run, instance);
    case 'runs':
      return startRuns(run, instance);
    case 'open':
      return openScope(run, instance);
  }
}

// Its boundary events and the event sub-processes inside it; a token is put into it by the modification that made it.
function openScope(run: Run, instance: ElementInstance): void {
  const { boundaryIds, container } = elementAt(run, instance);
  for (const boundaryId of boundaryIds) openWaits(run, instance, scopeOf(run, instance), boundaryId);
  for (const { startId } of container?.eventSubProcesses ?? []) openWaits(run, instance, instance, startId);
  instance.phase = 'active';
}

function enter(run: Run, instance: ElementInstance): void {
  const element = elementAt(run, instance);
  if (instance.role === 'element') {
    if (instance.listened === undefined) mapInputs(run, instance, element.inputs);
    if (callListener(run, instance, element.listeners.start) === 'called') return;
  }
  run.effects.push({ kind: 'elementEntered', key: instance.key, elementId: element.id });
  // Boundary events belong to the activity as a whole, not to each run of its loop.
  if (!isLoopRun(run, instance)) {
    for (const boundaryId of element.boundaryIds) openWaits(run, instance, scopeOf(run, instance), boundaryId);
  }
  if (instance.role === 'body') enterLoop(run, instance);
  else if (passesAtOnce(run, instance, element)) return leave(run, instance);
  else element.kind.execute?.(run, instance, element);
  // Forgotten only now: a step that is stuck after its listeners does not call them again.
  delete instance.listened;
  if (instance.phase === 'entering') instance.phase = 'active';
}

function passesAtOnce(run: Run, instance: ElementInstance, element: Element): boolean {
  const { execute, passes } = element.kind;
  return execute === undefined || passes?.(run, instance, element) === 'at once';
}

function leave(run: Run, instance: ElementInstance): void {
  const element = elementAt(run, instance);
  if (instance.parent === null) return endProcess(run, instance);
  const scope = scopeOf(run, instance);
  if (instance.role === 'body') writeVariables(run, scope, instance.result ?? {});
  else {
    if (instance.listened === undefined) propagate(run, instance, scope);
    if (callListener(run, instance, element.listeners.end) === 'called') return;
  }
  if (scope.role === 'body') return loopRunLeft(run, scope, instance);
  element.kind.beforeLeaving?.(run, instance, scope);
  const flows = element.kind.choose?.(run, instance, element) ?? element.outgoing;
  rememberCompensable(run, instance);
  end(run, instance, 'completed');
  if (element.purpose === 'compensation') handlerLeft(run, instance.key);
  element.kind.afterLeaving?.(run, element, scope);
  for (const flow of flows) takeFlow(run, flow, scope);
  if (flows.length === 0) completeIfEmpty(run, scope);
}

// With output mappings only these reach the scopes above, without them the whole result does.
function propagate(run: Run, instance: ElementInstance, scope: ElementInstance): void {
  const { outputs } = elementAt(run, instance);
  if (outputs.length === 0) writeVariables(run, instance, instance.result ?? {});
  // A loop run writes to itself first: its output element is read there.
  else mapOutputs(run, instance, scope.role === 'body' ? instance : scope, outputs);
  // A step that is stuck after this does not write over what a person has put right meanwhile.
  delete instance.result;
}

function endProcess(run: Run, root: ElementInstance): void {
  end(run, root, 'completed');
  delete run.state.compensations;
  run.state.status = 'completed';
  run.effects.push({ kind: 'instanceEnded', outcome: 'completed', variables: root.variables });
}
