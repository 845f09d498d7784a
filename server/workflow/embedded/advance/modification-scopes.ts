import { elementOf } from '../model.js';
import type { ElementInstance, Key } from '../state.js';
import { scopeOf, type Place } from './run.js';

export type FoundScope =
  /** `missing`: scopes to be made between it and the element, the outermost first. */
  | { readonly kind: 'found'; readonly scope: ElementInstance; readonly missing: readonly string[] }
  | { readonly kind: 'several scopes' | 'no ancestor' }
  | { readonly kind: 'multi-instance'; readonly scopeId: string };

/**
 * Where a new token would be put: into the given ancestor, else into the active instance of the scope around it, with
 * new scopes where none is active.
 *
 * @param doomed element instances that end in the same modification: they take no tokens any more
 */
export function findScope(
  place: Place,
  elementId: string,
  ancestorKey: Key | null,
  doomed: ReadonlySet<Key>,
): FoundScope {
  const missing: string[] = [];
  for (const scopeId of scopeIdsOf(place, elementId)) {
    const active = activeAt(place, scopeId, doomed);
    const chosen = ancestorKey === null ? active : active.filter(({ key }) => key === ancestorKey);
    if (chosen.length > 1) return { kind: 'several scopes' };
    const [scope] = chosen;
    if (scope !== undefined) return { kind: 'found', scope, missing };
    if (elementOf(place.model, scopeId).multiInstance !== null) return { kind: 'multi-instance', scopeId };
    missing.unshift(scopeId);
  }
  return { kind: 'no ancestor' };
}

/** The scopes around an element, the innermost first. */
export function scopeIdsOf({ model }: Pick<Place, 'model'>, elementId: string): readonly string[] {
  const ids: string[] = [];
  let { containerId } = elementOf(model, elementId);
  while (containerId !== null) {
    ids.push(containerId);
    ({ containerId } = elementOf(model, containerId));
  }
  return ids;
}

function activeAt(place: Place, scopeId: string, doomed: ReadonlySet<Key>): readonly ElementInstance[] {
  return Object.values(place.state.instances).filter(
    (instance) => instance.elementId === scopeId && instance.role === 'element' && !isDoomed(place, instance, doomed),
  );
}

function isDoomed(place: Place, instance: ElementInstance, doomed: ReadonlySet<Key>): boolean {
  if (doomed.has(instance.key)) return true;
  return instance.parent !== null && isDoomed(place, scopeOf(place, instance), doomed);
}
