import type { CreatedJob, ElementInstance, JobMark } from '../state.js';
import type { Run } from './run.js';

type Offer = Omit<CreatedJob, 'key' | 'elementKey' | 'elementId'> & Pick<JobMark, 'purpose'>;

/** Offers work to a worker or a person; the token waits at its element for the job. */
export function offerJob(run: Run, instance: ElementInstance, { purpose, ...offer }: Offer): void {
  const key = run.nextKey();
  instance.job = { key, retries: offer.retries, ...(purpose === undefined ? {} : { purpose }) };
  run.effects.push({
    kind: 'jobCreated',
    job: { key, elementKey: instance.key, elementId: instance.elementId, ...offer },
  });
}
