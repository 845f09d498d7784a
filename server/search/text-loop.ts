import type { Readable } from 'node:stream';
import { isRejection, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { ActRunner } from '../platform/act-runner.js';
import type { Clock } from '../platform/clock.js';
import { ahead } from '../platform/jobs/ahead.js';
import { createLanes, type Lanes } from '../platform/jobs/lanes.js';
import { logger } from '../platform/logger.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import type { Database } from '../platform/postgres/database.js';
import type { Transaction } from '../platform/transaction.js';
import type { TextReader } from './text/text-reader.js';
import { holdText, saveTexts, takeUnreadTexts, type UnreadText, type TextFound } from './text.store.js';

export interface TextLoopParts {
  readonly database: Database;
  readonly runner: ActRunner;
  readonly clock: Clock;
  readonly objects: Pick<ObjectStore, 'get'>;
  readonly reader: TextReader;
}

/** So many texts share one commit: with one for each, the words of an import waited for the disk once per letter. */
const TEXTS_AT_ONCE = 20;
/** While one is read in its process, the next ones come from the store. */
const FILES_AHEAD = 3;
/** The longest that one text, or one page of a scan, is waited for, with room. What was taken and not read comes again then. */
const HOLD_MILLISECONDS = 300_000;

/**
 * Reads the words of stored bytes, once per content, and makes their Dokumente due in the index again. Scans are recognised
 * beside it, one after the other: a page takes seconds.
 */
export function createTextLoop(parts: TextLoopParts): Lanes {
  const ending = new AbortController();
  const lanes = createLanes(parts.database, [
    (mandantId) => readNext(parts, mandantId),
    (mandantId) => recogniseNext(parts, mandantId, ending.signal),
  ]);
  return {
    ...lanes,
    stop: async () => {
      ending.abort();
      await lanes.stop();
    },
  };
}

async function readNext(parts: TextLoopParts, mandantId: Id): Promise<boolean> {
  const due = await take(parts, mandantId, { scan: false, most: TEXTS_AT_ONCE });
  const found: (TextFound & { sha256: string })[] = [];
  const read = (text: UnreadText) =>
    orLater(text, () => withBytes(parts, text, (bytes) => parts.reader.read(bytes, text)));
  for await (const [{ sha256 }, text] of ahead(due, FILES_AHEAD, read)) if (text) found.push({ sha256, ...text });
  if (found.length > 0) await write(parts, mandantId, (tx) => saveTexts(tx, 'bytes', found));
  return due.length > 0;
}

async function recogniseNext(parts: TextLoopParts, mandantId: Id, signal: AbortSignal): Promise<boolean> {
  const [due] = await take(parts, mandantId, { scan: true, most: 1 });
  if (!due) return false;
  const onPage = () => write(parts, mandantId, (tx) => holdText(tx, due.sha256, holdUntil(parts.clock)));
  const found = await orLater(due, () =>
    withBytes(parts, due, (bytes) => parts.reader.recognise(bytes, due.mime, { signal, onPage })),
  );
  if (found) await write(parts, mandantId, (tx) => saveTexts(tx, 'ocr', [{ sha256: due.sha256, ...found }]));
  return true;
}

async function withBytes<Value>(
  { objects }: TextLoopParts,
  { sha256 }: UnreadText,
  work: (bytes: Readable) => Promise<Value>,
): Promise<Value> {
  const bytes = await objects.get(sha256);
  return work(bytes).finally(() => bytes.destroy());
}

/** What cannot be read now stays taken, and comes again when that has ended. */
async function orLater({ sha256 }: UnreadText, read: () => Promise<TextFound | Rejection>): Promise<TextFound | null> {
  try {
    const found = await read();
    return isRejection(found) ? null : found;
  } catch (error) {
    logger.warn({ sha256, error: String(error) }, 'text not read, tried again later');
    return null;
  }
}

function take({ runner, clock }: TextLoopParts, mandantId: Id, wanted: { scan: boolean; most: number }) {
  return write({ runner }, mandantId, (tx) =>
    takeUnreadTexts(tx, { ...wanted, now: clock.now(), until: holdUntil(clock) }),
  );
}

function holdUntil(clock: Clock): Date {
  return new Date(clock.now().getTime() + HOLD_MILLISECONDS);
}

async function write<Value>(
  { runner }: Pick<TextLoopParts, 'runner'>,
  mandantId: Id,
  work: (tx: Transaction) => Promise<Value>,
): Promise<Value> {
  const done = await runner.transaction({ mandantId, actor: { kind: 'system', name: 'search' } }, work);
  if (isRejection(done)) throw new Error(`The index was refused: ${done.code}`);
  return done;
}
