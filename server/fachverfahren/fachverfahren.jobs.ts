import type { QuestionPort } from '../../connectors/api/question-port.js';
import type { OutboxHandler } from '../platform/jobs/outbox.js';
import type { JobWorkers } from '../workflow/process-engine.js';
import { ASK_TOPIC, askFachverfahren, askHandler } from './ask-fachverfahren.js';

/** Service tasks that ask other systems. */
export function fachverfahrenJobs(systems: Pick<QuestionPort, 'find'>): JobWorkers {
  return { 'connector.fragen': (_tx, job) => Promise.resolve(askFachverfahren(systems, job)) };
}

export function questionHandlers(systems: QuestionPort): Record<string, OutboxHandler> {
  return { [ASK_TOPIC]: askHandler(systems) };
}
