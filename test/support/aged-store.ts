import type { ObjectStore } from '../../server/platform/objects/object-store.js';

/** The store as it is long after everything was put into it: it does not keep bytes because they came a moment ago. */
export function agedStore(objects: ObjectStore): ObjectStore {
  return { ...objects, remove: (sha256) => objects.remove(sha256, 0) };
}
