import { buffer } from 'node:stream/consumers';
import { isRejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { ActRunner } from '../platform/act-runner.js';
import { ahead } from '../platform/jobs/ahead.js';
import { logger } from '../platform/logger.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import { plainText, type TextRead } from './text/plain-text.js';
import { unreadPlainTexts } from './text.store.js';

export interface ReadAtOnceParts {
  readonly runner: ActRunner;
  readonly objects: Pick<ObjectStore, 'get'>;
  /** Milliseconds that the index waits for the object store. */
  readonly patience?: number;
}

/** Texts found in bytes, by their hash. */
export type TextsByHash = ReadonlyMap<string, TextRead>;

/** So many are on their way from the object store at once. */
const FILES_AHEAD = 8;
/** From the folder a batch takes 0.1 s. The index waits no longer: what has not come is left to the loop of the texts. */
const PATIENCE_MILLISECONDS = 2_000;

/**
 * Reads the small plain texts among the next `most` records that are due, so that each goes into the index once and not twice:
 * first with its metadata, then with its words, was the largest part of what an import cost the server. Outside of any
 * transaction, since the object store may be far away.
 */
export async function readAtOnce(
  { runner, objects, patience = PATIENCE_MILLISECONDS }: ReadAtOnceParts,
  mandantId: Id,
  most: number,
): Promise<TextsByHash> {
  const context = { mandantId, actor: { kind: 'system', name: 'search' } } as const;
  const due = await runner.transaction(context, (tx) => unreadPlainTexts(tx, most));
  if (isRejection(due)) throw new Error(`The index was refused: ${due.code}`);
  const found = new Map<string, TextRead>();
  if (due.length === 0) return found;
  const deadline = deadlineIn(patience);
  const read = (sha256: string) => Promise.race([readOne(objects, sha256, deadline), deadline.promise]);
  for await (const [sha256, text] of ahead(due, FILES_AHEAD, read)) if (text) found.set(sha256, text);
  deadline.clear();
  if (found.size < due.length) logger.warn({ of: due.length, read: found.size }, 'small texts are left for later');
  return found;
}

async function readOne(
  objects: ReadAtOnceParts['objects'],
  sha256: string,
  deadline: Deadline,
): Promise<TextRead | null> {
  if (deadline.isPast()) return null;
  try {
    return plainText(await buffer(await objects.get(sha256)));
  } catch {
    // The loop of the texts meets the same trouble, says so, and comes again.
    return null;
  }
}

interface Deadline {
  /** null, when it has passed. */
  readonly promise: Promise<null>;
  isPast(): boolean;
  clear(): void;
}

function deadlineIn(milliseconds: number): Deadline {
  let past = false;
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      past = true;
      resolve(null);
    }, milliseconds);
  });
  return { promise, isPast: () => past, clear: () => clearTimeout(timer) };
}
