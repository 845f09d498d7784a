import type { Element } from '../model.js';
import type { ElementInstance } from '../state.js';
import { catcherOf, catchingCaller } from './catchers.js';
import type { Run } from './run.js';
import { complete } from './tokens.js';
import { trigger } from './triggers.js';

/**
 * Tells whoever catches an escalation; uncaught it is nothing.
 *
 * @returns the event that catches it, here or in a process that called this one; null where nobody does. The thrower
 *   goes on unless that event interrupts: then it is gone already, or will be as soon as the caller has heard of it.
 */
export function escalateAt(run: Run, instance: ElementInstance, code: string): Element | null {
  const thrown = { kind: 'escalation', code } as const;
  const found = catcherOf(run, instance, thrown);
  if (found !== null) {
    trigger(run, found.at, found.event, {});
    return found.event;
  }
  const catching = catchingCaller(run, thrown);
  if (catching !== null) run.effects.push({ kind: 'escalationPropagated', code, variables: {} });
  return catching;
}

/** A token throws an escalation and goes on, unless that ends it. */
export function escalate(run: Run, thrower: ElementInstance, code: string): void {
  const event = escalateAt(run, thrower, code);
  if (event?.interrupts === 'interrupting') return;
  // A boundary event is through before the thrower is: so are the steps of Zeebe.
  if (event === null || event.attachedToId === null) complete(run, thrower);
  else run.agenda.push({ kind: 'later', key: thrower.key });
}
