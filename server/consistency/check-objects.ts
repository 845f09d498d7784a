import type { ObjectStore } from '../platform/objects/object-store.js';
import { compareObjects } from './compare-objects.js';
import { objectSentence, type Finding, type ObjectFault } from './finding.js';
import { holderOf, objectTables, referencesOf, stillReferred, type Read, type ObjectUse } from './references.store.js';
import type { Id } from '../contract/views.js';

export interface ObjectsChecked {
  /** Objects in the store, and their bytes. */
  readonly stored: number;
  readonly bytes: number;
  /** Different objects that the records name. */
  readonly referenced: number;
  /** Objects whose bytes were read and hashed. */
  readonly read: number;
  /** Objects that nothing refers to. */
  readonly orphans: number;
  readonly findings: readonly Finding[];
  /** Faults beyond those that are told one by one. */
  readonly more: number;
}

/** Objects that are read where not all are: finds one damaged among a hundred with 99 % certainty. */
const SAMPLE = 500;
/** Hashing is one core's work, and reading wants some overlap. */
const READERS = 4;
/** Whoever has more to repair begins with these. */
const MOST_FINDINGS = 1_000;
/** An empty store under a million records is one fault, and no list of a million. */
const MOST_SUSPICIONS = 10_000;

interface Suspicion {
  readonly kind: ObjectFault;
  readonly references: readonly ObjectUse[];
}

/** Compares the store with all records of all Mandanten. */
export async function checkObjects(
  objects: ObjectStore,
  read: Read,
  mandanten: readonly Id[],
  depth: 'sample' | 'all',
): Promise<ObjectsChecked> {
  const [first] = mandanten;
  const tables = first === undefined ? [] : await objectTables(read, first);
  const sources = mandanten.flatMap((mandantId) => tables.map((table) => referencesOf(read, mandantId, table)));
  const counted = { stored: 0, bytes: 0, referenced: 0, read: 0, orphans: 0 };
  const suspicions: Suspicion[] = [];
  let more = 0;
  const suspect = (kind: ObjectFault, references: readonly ObjectUse[]) => {
    if (suspicions.length < MOST_SUSPICIONS) suspicions.push({ kind, references });
    else more += 1;
  };
  const reader = createReader(objects, depth, (references) => suspect('damaged', references));
  for await (const { stored, references } of compareObjects(objects.list(), sources)) {
    if (stored !== null) [counted.stored, counted.bytes] = [counted.stored + 1, counted.bytes + stored];
    if (references.length > 0) counted.referenced += 1;
    if (references.length === 0) counted.orphans += 1;
    else if (stored === null) suspect('missing', references);
    else if (references.some(({ size }) => size !== null && size !== stored)) {
      suspect('wrongSize', references);
    } else await reader.offer(references);
  }
  counted.read = await reader.finish();
  const findings: Finding[] = [];
  for (const suspicion of suspicions) {
    const confirmed = await confirm(objects, read, suspicion);
    if (confirmed && findings.length < MOST_FINDINGS) findings.push(confirmed);
    else if (confirmed) more += 1;
  }
  return { ...counted, findings, more };
}

/** Reads objects: all as they come, a few at a time; or a sample of them at the end (reservoir sampling, Vitter's R). */
function createReader(
  objects: ObjectStore,
  depth: 'sample' | 'all',
  onDamage: (references: readonly ObjectUse[]) => void,
) {
  const running = new Set<Promise<void>>();
  const sample: (readonly ObjectUse[])[] = [];
  let [seen, done] = [0, 0];
  const verify = async (references: readonly ObjectUse[]) => {
    const state = await objects.verify(references[0]?.sha256 ?? '');
    done += 1;
    if (state === 'damaged') onDamage(references);
  };
  const start = async (references: readonly ObjectUse[]) => {
    while (running.size >= READERS) await Promise.race(running);
    const work = verify(references).finally(() => running.delete(work));
    running.add(work);
  };
  return {
    offer: async (references: readonly ObjectUse[]) => {
      seen += 1;
      if (depth === 'all') return start(references);
      if (sample.length < SAMPLE) sample.push(references);
      else {
        const place = Math.floor(Math.random() * seen);
        if (place < SAMPLE) sample[place] = references;
      }
    },
    finish: async () => {
      for (const references of sample) await start(references);
      await Promise.all(running);
      return done;
    },
  };
}

/** Asked once more: the office goes on while it is checked. */
async function confirm(objects: ObjectStore, read: Read, { kind, references }: Suspicion): Promise<Finding | null> {
  for (const reference of references) {
    const { sha256, size, mandantId } = reference;
    const stored = await objects.stat(sha256);
    if (kind === 'missing' && stored !== undefined) return null;
    if (kind === 'wrongSize' && (size === null || stored?.size === size)) continue;
    if (!(await stillReferred(read, reference))) continue;
    const holder = await holderOf(read, reference);
    return { kind, mandantId, reference, count: 1, sentence: objectSentence(kind, holder.sentence, sha256) };
  }
  return null;
}
