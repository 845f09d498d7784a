import { readFile, writeFile } from 'node:fs/promises';
import type { ScanPage } from '../../contract/acts/posteingang.js';
import { serveWorker } from '../../platform/worker/serve-worker.js';
import { composeLetters, type RefusedScan } from './compose-letters.js';

export interface ComposeRequest {
  readonly scans: readonly { readonly path: string; readonly pages: number }[];
  readonly letters: readonly { readonly pages: readonly ScanPage[]; readonly path: string }[];
}

/** Entry of the worker process that makes letters of scans: whatever the scans hold, it can only end itself. */
await serveWorker({
  composeLetters: async ({ scans, letters }: ComposeRequest): Promise<RefusedScan | null> => {
    const read = [];
    for (const { path, pages } of scans) read.push({ bytes: await readFile(path), pages });
    return composeLetters(read, letters, (bytes, index) => writeFile(letters[index]?.path ?? '', bytes));
  },
});
