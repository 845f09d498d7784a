import type { Sentence } from '../../../contract/rejections.js';
import type { JsonObject } from '../json.js';
import type { Element } from '../model.js';
import type { Command, ElementInstance, Key } from '../state.js';
import { throwAt } from './errors.js';
import { escalateAt } from './escalations.js';
import { raise } from './incidents.js';
import { requireName } from './required.js';
import { elementAt, Stuck, type Run } from './run.js';
import type { Callable } from './surroundings.js';
import { complete } from './tokens.js';
import { visibleVariables } from './variables.js';

/** Asks for the process of a call activity; the token waits until that has ended. */
export function callProcess(run: Run, instance: ElementInstance, { id, call, inputs }: Element): void {
  if (call === null) throw new Error(`${id} calls nothing`);
  const processId = requireName(run, instance, call.processId);
  const callable = run.callable?.(processId) ?? 'not deployed';
  if (callable !== 'startable') throw notCallable(processId, callable);
  instance.call = 'running';
  const variables = call.parentVariables === 'all' ? visibleVariables(run, instance) : ownInputs(instance, inputs);
  run.effects.push({ kind: 'childCalled', elementKey: instance.key, elementId: id, processId, variables });
}

// Without input mappings nothing is given, not even the entry of a loop (measured).
function ownInputs({ variables }: ElementInstance, inputs: Element['inputs']): JsonObject {
  return inputs.length === 0 ? {} : { ...variables };
}

type Child<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

/** The called process has ended: its variables come back, all of them or only through the output mappings. */
export function childEnded(run: Run, { elementKey, variables }: Child<'childEnded'>): 'gone' | undefined {
  const instance = waiting(run, elementKey);
  if (instance === undefined) return 'gone';
  const { call, outputs } = elementAt(run, instance);
  delete instance.call;
  complete(run, instance, call?.childVariables === 'all' || outputs.length > 0 ? variables : {});
  return undefined;
}

/** An error has left the called process: the call activity throws it on. */
export function childFailed(run: Run, { elementKey, code, variables }: Child<'childFailed'>): 'gone' | undefined {
  const instance = waiting(run, elementKey);
  if (instance === undefined) return 'gone';
  try {
    throwAt(run, instance, code, variables);
  } catch (error) {
    if (!(error instanceof Stuck)) throw error;
    raise(run, instance, error);
  }
  return undefined;
}

/** An escalation has left the called process. Where its catcher interrupts, the call activity ends, and that with it. */
export function childEscalated(run: Run, { elementKey, code }: Child<'childEscalated'>): 'gone' | undefined {
  const instance = waiting(run, elementKey);
  if (instance === undefined) return 'gone';
  escalateAt(run, instance, code);
  return undefined;
}

function waiting(run: Run, elementKey: Key): ElementInstance | undefined {
  const instance = run.state.instances[elementKey];
  return instance?.call === 'running' ? instance : undefined;
}

function notCallable(processId: string, reason: Exclude<Callable, 'startable'>): Stuck {
  return new Stuck('CALLED_ELEMENT_ERROR', {
    de: `Der aufgerufene Prozess „${processId}“ ${REASONS[reason].de}.`,
    en: `The called process “${processId}” ${REASONS[reason].en}.`,
  });
}

const REASONS: Readonly<Record<Exclude<Callable, 'startable'>, Sentence>> = {
  'not deployed': { de: 'ist nicht in Kraft', en: 'is not deployed' },
  'no start': { de: 'hat kein Startereignis ohne Auslöser', en: 'has no start event without a trigger' },
  'too deep': { de: 'wäre zu tief verschachtelt', en: 'would be nested too deeply' },
};
