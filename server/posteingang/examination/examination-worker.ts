import { serveWorker } from '../../platform/worker/serve-worker.js';
import { examineFile, judgeFile } from './examine-file.js';

/** Entry of the worker process that looks into what arrives. */
await serveWorker({ examine: examineFile, judge: judgeFile });
