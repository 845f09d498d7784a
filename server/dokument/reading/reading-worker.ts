import { serveWorker } from '../../platform/worker/serve-worker.js';
import { compareFiles } from './compare-files.js';
import { readFile } from './read-file.js';

/** Entry of the worker process that reads what lies in versions: their bytes are as hostile as any letter. */
await serveWorker({
  read: async (file: Parameters<typeof readFile>[0]) => (await readFile(file)).facts,
  compare: compareFiles,
});
