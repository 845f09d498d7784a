import type { StoredObject } from '../platform/objects/object-store.js';
import { mergeSorted } from './merge-sorted.js';
import type { ObjectUse } from './references.store.js';

/** One hash as both sides know it. At least one of them does. */
export interface Compared {
  readonly sha256: string;
  /** Size in the store; null where it has no such object. */
  readonly stored: number | null;
  readonly references: readonly ObjectUse[];
}

/**
 * Goes through store and records side by side. Both are sorted by hash, so that neither has to be in memory.
 *
 * @param stored every object, in the order of the hashes
 * @param references sources that are sorted the same way
 */
export async function* compareObjects(
  stored: AsyncIterable<StoredObject>,
  references: readonly AsyncIterable<ObjectUse>[],
): AsyncIterable<Compared> {
  const objects = stored[Symbol.asyncIterator]();
  let object = await objects.next();
  for await (const group of grouped(mergeSorted(references))) {
    const { sha256 } = group[0];
    for (; !object.done && object.value.sha256 < sha256; object = await objects.next()) yield alone(object.value);
    const found = !object.done && object.value.sha256 === sha256 ? object.value.size : null;
    yield { sha256, stored: found, references: group };
    if (found !== null) object = await objects.next();
  }
  for (; !object.done; object = await objects.next()) yield alone(object.value);
}

function alone({ sha256, size }: StoredObject): Compared {
  return { sha256, stored: size, references: [] };
}

type Group = readonly [ObjectUse, ...ObjectUse[]];

async function* grouped(references: AsyncIterable<ObjectUse>): AsyncIterable<Group> {
  let group: [ObjectUse, ...ObjectUse[]] | null = null;
  for await (const reference of references) {
    if (group && group[0].sha256 === reference.sha256) {
      group.push(reference);
      continue;
    }
    if (group) yield group;
    group = [reference];
  }
  if (group) yield group;
}
