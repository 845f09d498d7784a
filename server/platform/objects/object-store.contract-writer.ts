import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { resolve } from 'node:path';
import { isRejection } from '../../contract/rejections.js';
import type { ObjectStore } from './object-store.js';

/** Puts 300 MB in a process of its own, which a test may kill or measure. */
export interface Writer {
  readonly child: ChildProcess;
  /** The next line of output that starts with a word. */
  line(start: string): Promise<string>;
}

/** @param mode `whole` stores everything; `pause-half-way` says so and then waits to be killed */
export function startWriter(
  { module, argument }: { readonly module: URL; readonly argument: string },
  mode: 'whole' | 'pause-half-way',
): Writer {
  const hooks = resolve('test/support/typescript-loader.mjs');
  const self = resolve('server/platform/objects/object-store.contract-writer.ts');
  const child = spawn(process.execPath, ['--expose-gc', '--import', hooks, self, module.href, argument, mode], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { child, line: (start) => lineOf(child, start) };
}

/**
 * What the child process does: stores, then tells the hash and by how many bytes its peak of memory has grown. What the
 * loader of TypeScript took before, some 150 MB on a busy machine, is not the store's.
 */
export async function runWriter([module = '', argument = '', mode = '']: readonly string[]): Promise<void> {
  const { openStore } = (await import(module)) as { openStore(argument: string): Promise<ObjectStore> };
  const store = await openStore(argument);
  const before = process.resourceUsage().maxRSS;
  const stored = await store.put(source(mode));
  if (isRejection(stored)) throw new Error(stored.message.en);
  process.stdout.write(`stored ${stored.sha256} ${(process.resourceUsage().maxRSS - before) * 1024}\n`);
}

async function* source(mode: string): AsyncIterable<Uint8Array> {
  for (let megabyte = 0; megabyte < 300; megabyte += 1) {
    if (megabyte === 150 && mode === 'pause-half-way') {
      process.stdout.write('half-way\n');
      await new Promise((resume) => setTimeout(resume, 60_000));
    }
    // A fresh buffer each time: one that is used again would hide a store that keeps everything it gets. Collected here,
    // because on a busy machine the collector comes late, and its delay is not the store's memory.
    if (megabyte % 10 === 0) globalThis.gc?.();
    yield Buffer.alloc(1_000_000, megabyte);
  }
}

async function lineOf(child: ChildProcess, start: string): Promise<string> {
  if (child.stdout === null) throw new Error('the writer has no output');
  for await (const line of createInterface({ input: child.stdout })) if (line.startsWith(start)) return line;
  throw new Error(`the writer ended without saying "${start}"`);
}

if (process.argv[1]?.endsWith('object-store.contract-writer.ts') === true) await runWriter(process.argv.slice(2));
