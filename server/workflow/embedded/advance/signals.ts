import type { Expression } from '../feel/feel.js';
import type { ElementInstance } from '../state.js';
import { requireName } from './required.js';
import type { Run } from './run.js';
import { complete } from './tokens.js';

/** Tells everybody who waits for a signal. It brings along what was mapped into the event, and nothing else. */
export function broadcast(run: Run, thrower: ElementInstance, name: Expression): void {
  const signalName = requireName(run, thrower, name);
  run.effects.push({ kind: 'signalBroadcast', name: signalName, variables: { ...thrower.variables } });
  complete(run, thrower);
}
