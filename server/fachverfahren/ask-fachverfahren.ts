import { z } from 'zod';
import type { QuestionAnswer, QuestionPort } from '../../connectors/api/question-port.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { OutboxHandler } from '../platform/jobs/outbox.js';
import { logger } from '../platform/logger.js';
import type { Transaction } from '../platform/transaction.js';
import { answerLater, outsideJob, type OutsideAnswer } from '../workflow/ask-outside.js';
import { storableVariables } from '../workflow/embedded/storable-variables.js';
import { headerText } from '../workflow/job-variables.js';
import type { Job, JobResult } from '../workflow/process-engine.js';
import { jobIsOpen } from '../workflow/workflow.queries.js';

/** The follow-up that asks. */
export const ASK_TOPIC = 'fachverfahren.ask';

const LARGEST_QUESTION = 256_000;
// A day: whoever looks after the other system finds it in the morning. Then it is an incident that people see.
const PATIENCE_MILLISECONDS = 86_400_000;

/** Job `connector.fragen`: orders a question to a system that an administrator has set up; the job waits for the answer. */
export function askFachverfahren(systems: Pick<QuestionPort, 'find'>, job: Job): JobResult | Rejection {
  const name = headerText(job, 'ziel');
  if (!systems.find(name)) return reject('fachverfahren.unknown', { name });
  if (job.variables['frage'] === undefined) throw new Error('The variable frage is missing');
  const frage = job.variables['frage'];
  const size = Buffer.byteLength(JSON.stringify(frage));
  if (size > LARGEST_QUESTION) return reject('fachverfahren.questionTooLarge', { size, most: LARGEST_QUESTION });
  return { outside: { topic: ASK_TOPIC, payload: { name, frage } } };
}

const payloadSchema = z.object({ job: outsideJob, name: z.string(), frage: z.unknown() });

/** Asks, holding nothing but its own row; the answer ends the job in a transaction of its own. */
export function askHandler(systems: QuestionPort): OutboxHandler {
  return async (tx, payload, followUp) => {
    const { job, name, frage } = payloadSchema.parse(payload);
    if (!(await jobIsOpen(tx, job.key))) return undefined;
    const target = systems.find(name);
    const answer = target ? await systems.ask(target, frage, job.onceId) : away('it is no longer set up');
    if (answer.kind === 'later' && !isOver(tx, job.since)) {
      const { reason } = answer;
      logger.warn({ correlationId: tx.correlationId, jobKey: job.key, name, reason }, 'question goes again later');
      return reject('fachverfahren.away', { name, reason });
    }
    await answerLater(tx, followUp, job.key, endOf(name, answer));
    return undefined;
  };
}

function endOf(name: string, answer: QuestionAnswer): OutsideAnswer {
  if (answer.kind === 'later') return { failure: `${name}: ${answer.reason}` };
  if (answer.kind === 'refused') return refusal(name, answer.status, answer.reason);
  try {
    return { variables: storableVariables({ antwort: answer.value }) };
  } catch (error) {
    // No repetition makes it storable: text with NUL or halves of characters, or nested without end.
    return refusal(name, null, error instanceof Error ? error.message : String(error));
  }
}

function refusal(name: string, status: number | null, reason: string): OutsideAnswer {
  const variables = { ablehnung: { ziel: name, status, grund: reason } };
  return { bpmnError: { code: 'connector.abgelehnt', message: `${name}: ${reason}`, variables } };
}

function isOver(tx: Transaction, since: Date): boolean {
  return tx.clock.now().getTime() - since.getTime() > PATIENCE_MILLISECONDS;
}

function away(reason: string): QuestionAnswer {
  return { kind: 'later', reason };
}
