import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { projectPath } from '../project-path.js';

export interface WorkerLaunch {
  /** Module that calls `serveWorker`. */
  readonly entry: string;
  readonly execArgv: readonly string[];
}

/**
 * How Node starts a module of the server as its own process: from dist it is plain JavaScript; from source (tests run
 * there, so that they never judge a stale build) a loader translates the TypeScript, one file at a time, about 150 ms.
 *
 * @param entry URL of the module with the ending `.js`, as `new URL('./x.js', import.meta.url)`
 * @param heapLimitMegabytes for V8's old space; buffers and WebAssembly lie outside, the guard thread watches those
 */
export function launchOf(entry: URL, heapLimitMegabytes: number): WorkerLaunch {
  const path = fileURLToPath(entry);
  const limits = [`--max-old-space-size=${heapLimitMegabytes}`];
  if (existsSync(path)) return { entry: path, execArgv: limits };
  const loader = projectPath('test/support/typescript-loader.mjs');
  return { entry: path.replace(/\.js$/, '.ts'), execArgv: [...limits, '--import', loader] };
}
