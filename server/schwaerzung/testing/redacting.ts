import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorkerPool, type WorkerPool } from '../../platform/worker/worker-pool.js';
import type { ReadPages } from '../pdf/read-pages.js';
import type { Area, Redacted } from '../pdf/redact.js';
import type { NotRedactable } from '../pdf/source.js';
import type { Word } from '../pdf/words.js';

let pool: WorkerPool | null = null;

/** Asks the process that the server asks. End it with `endRedacting` after the tests of a file. */
async function ask<Value>(name: string, input: object): Promise<Value> {
  const limits = { size: 1, timeLimit: 60_000, memoryLimitMegabytes: 1_500 };
  pool ??= createWorkerPool({ entry: new URL('../schwaerzung-worker.js', import.meta.url), ...limits });
  const answer = await pool.run<Value>(name, input);
  if (answer.kind === 'failed') throw new Error(`${answer.cause}: ${answer.detail}`);
  return answer.value;
}

export async function endRedacting(): Promise<void> {
  await pool?.close();
  pool = null;
}

/** Puts bytes into a file in a folder of its own, which is removed whatever happens. */
export async function inFile<Value>(bytes: Uint8Array, use: (path: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'laufmappe-redact-'));
  try {
    const path = join(folder, 'original');
    await writeFile(path, bytes);
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function readOf(bytes: Uint8Array, mime = 'application/pdf'): Promise<ReadPages | NotRedactable> {
  return inFile(bytes, (path) => ask<ReadPages | NotRedactable>('readPages', { path, mime }));
}

/** Every place of a word, page by page. */
export async function placesOf(bytes: Uint8Array, text: string): Promise<(Word & { page: number })[]> {
  const read = await readOf(bytes);
  if (typeof read === 'string') throw new Error(read);
  return read.pages.flatMap(({ words }, index) =>
    words.filter((word) => word.text.includes(text)).map((word) => ({ ...word, page: index + 1 })),
  );
}

export interface RedactedFile {
  readonly outcome: Redacted;
  readonly bytes: Buffer;
}

export function redacted(bytes: Uint8Array, areas: readonly Area[], mime = 'application/pdf'): Promise<RedactedFile> {
  return inFile(bytes, async (path) => {
    const target = `${path}.new`;
    const outcome = await ask<Redacted>('redact', { path, mime, areas, target });
    return { outcome, bytes: outcome.kind === 'made' ? await readFile(target) : Buffer.alloc(0) };
  });
}

/** Blackens every place of a word, as somebody does who marks it in the page. */
export async function without(bytes: Uint8Array, text: string, label = '§ 30 VwVfG'): Promise<RedactedFile> {
  const areas = (await placesOf(bytes, text)).map(({ page, box }) => ({ page, box, label }));
  if (areas.length === 0) throw new Error(`${text} stands nowhere`);
  return redacted(bytes, areas);
}
