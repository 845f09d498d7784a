import { isRejection } from '../contract/rejections.js';
import type { JobWorkers } from '../workflow/process-engine.js';
import { remindAufgabe } from './remind-aufgabe.js';

/** Service tasks that concern the inbox. */
export const aufgabeJobs: JobWorkers = {
  'aufgabe.erinnern': async (tx, job) => {
    const reminded = await remindAufgabe(tx, { instanceKey: job.instanceKey });
    return isRejection(reminded) ? reminded : { variables: {} };
  },
};
