import type { JsonObject } from '../json.js';
import type { ElementInstance } from '../state.js';
import { catcherOf, catchingCaller } from './catchers.js';
import { Stuck, type Run } from './run.js';
import { trigger } from './triggers.js';

/**
 * Throws a BPMN error at an element. Where nobody in this process catches it, the processes that called it are asked.
 * Throws `Stuck` where nobody catches it at all.
 */
export function throwAt(run: Run, instance: ElementInstance, code: string, variables: JsonObject = {}): void {
  const thrown = { kind: 'error', code } as const;
  const found = catcherOf(run, instance, thrown);
  if (found !== null) return trigger(run, found.at, found.event, variables);
  if (catchingCaller(run, thrown) === null) throw uncaught(code);
  // The token stays where it is: the caller ends this process together with its call activity.
  run.effects.push({ kind: 'errorPropagated', code, variables });
}

export function uncaught(code: string): Stuck {
  return new Stuck('UNHANDLED_ERROR_EVENT', {
    de: `Der Fehler „${code}“ wird im Modell nirgends abgefangen.`,
    en: `The error “${code}” is not caught anywhere in the model.`,
  });
}
