import { serveWorker } from '../platform/worker/serve-worker.js';
import { readPages } from './pdf/read-pages.js';
import { redact } from './pdf/redact.js';
import { writePicturePages } from './pdf/write-picture-pages.js';

/** Entry of the worker process that draws pages: the only one in which bytes from outside meet drawing code. */
await serveWorker({ readPages, redact, writePicturePages });
