import { serveWorker } from '../platform/worker/serve-worker.js';
import { composePackage } from './compose-package.js';

/** Entry of the worker process that copies pages of files from outside into one. */
await serveWorker({ composePackage });
