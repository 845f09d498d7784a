import { serveWorker } from '../../platform/worker/serve-worker.js';
import { fillTemplate } from './fill-template.js';
import { inspectTemplate } from './inspect-template.js';

/** Entry of the worker process that reads and fills templates. */
await serveWorker({ inspect: inspectTemplate, fill: fillTemplate });
