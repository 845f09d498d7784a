import type { JsonObject } from '../json.js';
import type { Listener } from '../model.js';
import type { ElementInstance } from '../state.js';
import { offerJob } from './offer-job.js';
import { requireName, requireWholeNumber } from './required.js';
import { scopeOf, type Run } from './run.js';
import { setLocal, writeVariables } from './variables.js';

/** Calls the execution listener whose turn it is; the token waits for it. `none`: all have done their work. */
export function callListener(run: Run, instance: ElementInstance, listeners: readonly Listener[]): 'called' | 'none' {
  const done = instance.listened ?? 0;
  const listener = listeners[done];
  if (listener === undefined) return 'none';
  // Noted before anything can be stuck: the mappings of this phase are not done again.
  instance.listened = done;
  const type = requireName(run, instance, listener.type);
  const retries = requireWholeNumber(run, instance, listener.retries);
  offerJob(run, instance, { kind: 'service', type, retries, headers: {}, assignment: null, purpose: 'listener' });
  return 'called';
}

/** A listener before the work writes to its element; one after the work writes where the element's outputs go. */
export function listenerDone(run: Run, instance: ElementInstance, variables: JsonObject): void {
  const before = instance.phase === 'entering';
  if (!before) writeVariables(run, scopeOf(run, instance), variables);
  else for (const [name, value] of Object.entries(variables)) setLocal(instance, name, value);
  instance.listened = (instance.listened ?? 0) + 1;
  run.agenda.push({ kind: before ? 'enter' : 'leave', key: instance.key });
}
