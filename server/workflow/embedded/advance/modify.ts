import { elementOf } from '../model.js';
import type { Activation, ElementInstance, Key, Modification } from '../state.js';
import { takeArrived } from './joins.js';
import { findScope } from './modification-scopes.js';
import { rootOf, scopeOf, type Run } from './run.js';
import { createScope, end, isEmpty, putToken, terminate, terminateProcess } from './tokens.js';
import { setLocal } from './variables.js';

/**
 * Moves tokens by hand, in the order of Zeebe 8.5.8 (measured): new scopes and variables first, then what is terminated
 * with the scopes that are empty now, and last the new tokens enter. New scopes do not map their inputs.
 */
export function modify(run: Run, { terminate: ended, activate }: Modification): undefined {
  const doomed = new Set(ended);
  for (const activation of activate) put(run, activation, doomed);
  for (const key of ended) {
    const instance = run.state.instances[key];
    if (instance?.parent === null) terminateProcess(run);
    else if (instance !== undefined) take(run, instance);
  }
  return undefined;
}

function put(run: Run, activation: Activation, doomed: ReadonlySet<Key>): void {
  const { elementId, ancestorKey, variables } = activation;
  const found = findScope(run, elementId, ancestorKey, doomed);
  if (found.kind !== 'found') throw new Error(`${elementId} cannot be activated: ${found.kind}`);
  let { scope: around } = found;
  for (const scopeId of found.missing) around = createScope(run, elementOf(run.model, scopeId), around);
  const element = elementOf(run.model, elementId);
  // Whoever lets a join go on by hand does not leave behind those who have waited there (measured).
  if (element.kind.arrive !== undefined) takeArrived(around, elementId);
  const token = putToken(run, element, around);
  for (const { scopeId, variables: values } of variables) {
    const scope = scopeId === null ? rootOf(run) : scopeNamed(run, token, scopeId);
    for (const [name, value] of Object.entries(values)) setLocal(scope, name, value);
  }
}

function scopeNamed(run: Run, token: ElementInstance, scopeId: string): ElementInstance {
  let scope = token;
  while (scope.elementId !== scopeId) scope = scopeOf(run, scope);
  return scope;
}

function take(run: Run, instance: ElementInstance): void {
  let scope = scopeOf(run, instance);
  terminate(run, instance);
  if (scope.loop !== undefined) scope.loop.terminated = (scope.loop.terminated ?? 0) + 1;
  while (isEmpty(run, scope)) {
    if (scope.parent === null) return terminateProcess(run);
    const outer = scopeOf(run, scope);
    end(run, scope, 'terminated');
    scope = outer;
  }
}
