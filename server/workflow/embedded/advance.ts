import { childEnded, childEscalated, childFailed } from './advance/calls.js';
import { applyToJob } from './advance/jobs.js';
import { raise, resolve } from './advance/incidents.js';
import { rootOf, Stuck, type Run, type Step } from './advance/run.js';
import { unhear } from './advance/signals.js';
import { takeStep } from './advance/steps.js';
import { modify } from './advance/modify.js';
import type { Surroundings } from './advance/surroundings.js';
import { putToken, terminateProcess } from './advance/tokens.js';
import { hasHappened, trigger } from './advance/triggers.js';
import { setLocal, writeVariables } from './advance/variables.js';
import type { JsonObject } from './json.js';
import { elementOf, type Model } from './model.js';
import type { Command, Effect, Key, State } from './state.js';
import { nextDue, repeated } from './timers/timers.js';

export type { Surroundings } from './advance/surroundings.js';

export type Advanced =
  | { readonly kind: 'advanced'; readonly state: State; readonly effects: readonly Effect[] }
  /** `gone`: what the command speaks of is not there any more. `blocked`: its job waits for an incident. */
  | { readonly kind: 'refused'; readonly reason: 'gone' | 'blocked' };

/** Steps of one command. A process of 500 parallel entries takes about 2,000; a loop without a wait takes all. */
const MOST_STEPS = 10_000;

/**
 * Applies one command to a process instance and runs it until every token waits.
 *
 * Pure: no input or output, no clock, no randomness; the given state is not changed. The same state, command and
 * surroundings give the same result, so that a log of commands can be replayed.
 *
 * @param state null for the command that starts the instance
 */
export function advance(model: Model, state: State | null, command: Command, surroundings: Surroundings): Advanced {
  if (state !== null && state.status !== 'active') return { kind: 'refused', reason: 'gone' };
  const working = state === null ? newState(model, surroundings.nextKey()) : structuredClone(state);
  const run: Run = { ...surroundings, model, state: working, effects: [], agenda: [] };
  const refusal = apply(run, command);
  if (refusal !== undefined) return { kind: 'refused', reason: refusal };
  for (let taken = 0, step; (step = run.agenda[taken]) !== undefined; taken++) attempt(run, step);
  return { kind: 'advanced', state: run.state, effects: run.effects };
}

function newState(model: Model, rootKey: Key): State {
  const root = { key: rootKey, elementId: model.processId, parent: null, role: 'element', phase: 'active' } as const;
  return { status: 'active', rootKey, instances: { [rootKey]: { ...root, variables: {} } } };
}

function apply(run: Run, command: Command): 'gone' | 'blocked' | undefined {
  switch (command.kind) {
    case 'start':
      return start(run, command);
    case 'completeJob':
    case 'failJob':
    case 'throwError':
      return applyToJob(run, command);
    case 'fireTimer':
      return fireTimer(run, command);
    case 'correlate':
      return happen(run, command.elementKey, command.targetId, command.variables);
    case 'resolveIncident':
      return resolve(run, command);
    case 'setVariables':
      return setVariables(run, command);
    case 'childEnded':
      return childEnded(run, command);
    case 'childFailed':
      return childFailed(run, command);
    case 'childEscalated':
      return childEscalated(run, command);
    case 'modify':
      return modify(run, command);
    case 'cancel':
      terminateProcess(run);
      return undefined;
  }
}

// A token that is stuck leaves no trace of the step that it could not finish.
function attempt(run: Run, step: Step): void {
  const mark = run.effects.length;
  const instance = run.state.instances[step.key];
  try {
    if (run.agenda.length > MOST_STEPS && step.kind === 'enter') throw endless;
    takeStep(run, step);
  } catch (error) {
    if (!(error instanceof Stuck) || instance === undefined) throw error;
    unhear(run, run.effects.splice(mark));
    raise(run, instance, error);
  }
}

function start(run: Run, { startId, variables, parent }: Extract<Command, { kind: 'start' }>): undefined {
  const root = rootOf(run);
  if (parent !== undefined) run.state.parent = parent;
  const { container } = elementOf(run.model, run.model.processId);
  const event = startId ?? container?.startId ?? null;
  if (event === null) throw new Error(`${run.model.processId} is started by messages only`);
  run.effects.push({ kind: 'elementEntered', key: root.key, elementId: root.elementId });
  // A message brings its variables to its start event, whose output mapping may choose among them.
  if (startId === null) root.variables = { ...variables };
  putToken(run, elementOf(run.model, event), root, startId === null ? {} : variables);
  return undefined;
}

function happen(run: Run, elementKey: Key, targetId: string, variables: JsonObject): 'gone' | undefined {
  const waiting = run.state.instances[elementKey];
  if (waiting === undefined || hasHappened(waiting, targetId)) return 'gone';
  trigger(run, waiting, elementOf(run.model, targetId), variables);
  return undefined;
}

function fireTimer(run: Run, { timer }: Extract<Command, { kind: 'fireTimer' }>): 'gone' | undefined {
  run.effects.push({ kind: 'timerClosed', key: timer.key });
  const next = timer.cycle === null ? null : repeated(timer.cycle);
  const due = next === null ? null : nextDue(next, run.now);
  if (due !== null)
    run.effects.push({ kind: 'timerOpened', timer: { ...timer, key: run.nextKey(), due, cycle: next } });
  return happen(run, timer.elementKey, timer.targetId, {});
}

function setVariables(run: Run, command: Extract<Command, { kind: 'setVariables' }>): 'gone' | undefined {
  const scope = run.state.instances[command.scopeKey];
  if (scope === undefined) return 'gone';
  if (!command.local) writeVariables(run, scope, command.variables);
  else for (const [name, value] of Object.entries(command.variables)) setLocal(scope, name, value);
  return undefined;
}

const endless = new Stuck('LOOP_LIMIT', {
  de: `Der Ablauf macht mehr als ${MOST_STEPS} Schritte, ohne auf jemanden zu warten.`,
  en: `The process takes more than ${MOST_STEPS} steps without waiting for anybody.`,
});
