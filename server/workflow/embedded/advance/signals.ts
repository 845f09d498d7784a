import type { Expression } from '../feel/feel.js';
import { elementOf } from '../model.js';
import type { Effect, ElementInstance } from '../state.js';
import { requireName } from './required.js';
import { compareKeys, type Run, type SignalStep } from './run.js';
import { complete } from './tokens.js';
import { hasHappened, trigger } from './triggers.js';

/** Lets an element instance hear a signal. The state keeps its name, so that an instance can hear itself. */
export function awaitSignal(
  run: Run,
  owner: ElementInstance,
  viewpoint: ElementInstance,
  targetId: string,
  name: Expression,
): void {
  const signalName = requireName(run, viewpoint, name);
  owner.hears = { ...owner.hears, [targetId]: signalName };
  run.effects.push({
    kind: 'signalAwaited',
    subscription: { key: run.nextKey(), elementKey: owner.key, targetId, signalName },
  });
}

/** Gives what an element instance hears the id that its event has in another model; null: it hears no more. */
export function moveSignal(owner: ElementInstance, from: string, to: string | null): void {
  const name = owner.hears?.[from];
  if (name === undefined) return;
  const { [from]: _, ...rest } = owner.hears ?? {};
  owner.hears = to === null ? rest : { ...rest, [to]: name };
}

/** Throws a signal. It brings along what was mapped into the event, and nothing else. */
export function broadcast(run: Run, thrower: ElementInstance, name: Expression): void {
  const signalName = requireName(run, thrower, name);
  run.agenda.push({ kind: 'signal', key: thrower.key, name: signalName, variables: { ...thrower.variables } });
  complete(run, thrower);
}

/** A step that is stuck leaves nothing behind: nor does what it began to wait for. */
export function unhear(run: Run, effects: readonly Effect[]): void {
  for (const effect of effects) {
    if (effect.kind !== 'signalAwaited') continue;
    const { elementKey, targetId } = effect.subscription;
    delete run.state.instances[elementKey]?.hears?.[targetId];
  }
}

/**
 * Everybody in this instance who waits for the signal hears it now, before the tokens behind the event move; the store
 * tells all others. The oldest element instance hears it first, as on Zeebe.
 */
export function spread(run: Run, { name, variables }: SignalStep): void {
  run.effects.push({ kind: 'signalBroadcast', name, variables });
  for (const { key, targetId } of listeners(run, name)) {
    // What heard it before may have ended this one.
    const waiting = run.state.instances[key];
    if (waiting?.hears?.[targetId] !== name || hasHappened(waiting, targetId)) continue;
    trigger(run, waiting, elementOf(run.model, targetId), variables);
  }
}

function listeners({ state }: Run, name: string): { key: string; targetId: string }[] {
  return Object.values(state.instances)
    .sort((one, other) => compareKeys(one.key, other.key))
    .flatMap(({ key, hears }) =>
      Object.entries(hears ?? {})
        .filter(([, wanted]) => wanted === name)
        .map(([targetId]) => ({ key, targetId }))
        .sort((one, other) => (one.targetId < other.targetId ? -1 : 1)),
    );
}
