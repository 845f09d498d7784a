import type { Sentence } from '../../../contract/rejections.js';
import type { JsonObject } from '../json.js';
import { elementOf, type Element, type Model } from '../model.js';
import type { Effect, ElementInstance, IncidentType, Key, State } from '../state.js';
import type { Surroundings } from './surroundings.js';

/** One command on its way: the working copy of the state, what the store will have to do, and the steps still to take. */
export interface Run extends Surroundings, Place {
  readonly effects: Effect[];
  readonly agenda: Step[];
}

/** A process instance to look around in. */
export interface Place {
  readonly model: Model;
  readonly state: State;
}

/** What happens next. The agenda is first in, first out, like the log of the reference engine. */
export type Step = TokenStep | SignalStep;

export interface TokenStep {
  readonly kind: 'enter' | 'leave' | 'later' | 'open' | 'runs';
  readonly key: Key;
}

/** A signal reaches those who wait for it, also when its thrower (`key`) is gone by then. */
export interface SignalStep {
  readonly kind: 'signal';
  readonly key: Key;
  readonly name: string;
  readonly variables: JsonObject;
}

/**
 * A token cannot go on until somebody helps. Thrown by a step, which then has had no effect, and turned into an incident
 * by `advance`. A step throws before it changes anything that repeating it would not change in the same way.
 */
export class Stuck extends Error {
  readonly type: IncidentType;
  readonly sentence: Sentence;

  constructor(type: IncidentType, sentence: Sentence) {
    super(sentence.en);
    this.type = type;
    this.sentence = sentence;
  }
}

export function elementAt(place: Pick<Place, 'model'>, instance: ElementInstance): Element {
  return elementOf(place.model, instance.elementId);
}

/** The instance around this one. Only the process itself has none; asking there is a bug. */
export function scopeOf(place: Pick<Place, 'state'>, instance: ElementInstance): ElementInstance {
  const scope = instance.parent === null ? undefined : place.state.instances[instance.parent];
  if (scope === undefined) throw new Error(`Element instance ${instance.key} has no scope`);
  return scope;
}

/** The process itself. */
export function rootOf({ state }: Pick<Place, 'state'>): ElementInstance {
  const root = state.instances[state.rootKey];
  if (root === undefined) throw new Error('A running process has lost its root');
  return root;
}

/** Children in the order in which they were born: the columns of a database do not keep the order of names. */
export function childrenOf(place: Pick<Place, 'state'>, key: Key): ElementInstance[] {
  return Object.values(place.state.instances)
    .filter((instance) => instance.parent === key)
    .sort((left, right) => compareKeys(left.key, right.key));
}

export function isLoopRun(place: Pick<Place, 'state'>, instance: ElementInstance): boolean {
  return instance.role === 'element' && instance.parent !== null && scopeOf(place, instance).role === 'body';
}

/** Keys are decimal numbers as text. */
export function compareKeys(left: Key, right: Key): number {
  return left.length - right.length || (left < right ? -1 : 1);
}
