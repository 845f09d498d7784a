import type { JsonObject } from '../json.js';
import type { Element, JobDefinition } from '../model.js';
import type { Assignment, Command, ElementInstance } from '../state.js';
import { throwAt, uncaught } from './errors.js';
import { raise } from './incidents.js';
import { listenerDone } from './listeners.js';
import { offerJob } from './offer-job.js';
import { optionalMoment, optionalTexts, requireName, requireText, requireWholeNumber } from './required.js';
import { Stuck, type Run } from './run.js';
import { complete } from './tokens.js';

/** Offers the work of an element to a worker or a person. */
export function createJob(run: Run, instance: ElementInstance, element: Element): void {
  const { job } = element;
  if (job === null) throw new Error(`${element.id} has no job`);
  const type = requireName(run, instance, job.type);
  const retries = requireWholeNumber(run, instance, job.retries);
  const assignment = job.kind === 'user' ? assign(run, instance, job) : null;
  offerJob(run, instance, { kind: job.kind, type, retries, headers: job.headers, assignment });
}

type JobCommand = Extract<Command, { jobKey: string }>;
export type Refusal = 'gone' | 'blocked';

/** Applies what a worker or a person says about a job; refused where the job is gone or waits for an incident. */
export function applyToJob(run: Run, command: JobCommand): Refusal | undefined {
  const instance = run.state.instances[command.elementKey];
  if (instance?.job === undefined || instance.job.key !== command.jobKey) return 'gone';
  if (instance.incident !== undefined) return 'blocked';
  if (command.kind === 'completeJob') closeJob(run, instance, command.variables);
  else if (command.kind === 'failJob') failJob(run, instance, command);
  else throwFromJob(run, instance, command);
  return undefined;
}

function closeJob(run: Run, instance: ElementInstance, variables: JsonObject): void {
  const { job } = instance;
  if (job === undefined) return;
  delete instance.job;
  run.effects.push({ kind: 'jobClosed', key: job.key });
  if (job.purpose === 'listener') listenerDone(run, instance, variables);
  else complete(run, instance, variables);
}

function failJob(run: Run, instance: ElementInstance, command: Extract<Command, { kind: 'failJob' }>): void {
  const retries = Math.max(0, command.retries);
  instance.job = { ...instance.job, key: command.jobKey, retries };
  const backOffUntil = retries > 0 ? new Date(run.now.getTime() + command.backOffMs) : null;
  run.effects.push({ kind: 'jobUpdated', key: command.jobKey, retries, backOffUntil });
  if (retries > 0) return;
  raise(
    run,
    instance,
    new Stuck('JOB_NO_RETRIES', {
      de: `Der Arbeitsschritt ist wiederholt gescheitert: ${command.message}`,
      en: `The work failed repeatedly: ${command.message}`,
    }),
  );
}

function throwFromJob(run: Run, instance: ElementInstance, command: Extract<Command, { kind: 'throwError' }>): void {
  try {
    // Nobody catches what a listener throws: its element is not there yet, or not any more.
    if (instance.job?.purpose === 'listener') throw uncaught(command.code);
    throwAt(run, instance, command.code, command.variables);
  } catch (error) {
    if (!(error instanceof Stuck)) throw error;
    // Nobody may work on it until a person has looked: it comes back when the incident is resolved.
    run.effects.push({ kind: 'jobUpdated', key: command.jobKey, retries: 0, backOffUntil: null });
    raise(run, instance, withReason(error, command.message));
  }
}

/** Whoever looks at the incident reads what the worker was told, e.g. the answer of a mail server. */
function withReason({ type, sentence }: Stuck, reason: string): Stuck {
  if (reason === '') return new Stuck(type, sentence);
  return new Stuck(type, { de: `${sentence.de} ${reason}`, en: `${sentence.en} ${reason}` });
}

function assign(run: Run, instance: ElementInstance, job: JobDefinition): Assignment {
  return {
    // An expression that gives an empty text says on purpose that nobody is named; null would be a slip.
    assignee: job.assignee === null ? null : requireText(run, instance, job.assignee) || null,
    candidateGroups: optionalTexts(run, instance, job.candidateGroups),
    candidateUsers: optionalTexts(run, instance, job.candidateUsers),
    dueDate: optionalMoment(run, instance, job.dueDate),
    followUpDate: optionalMoment(run, instance, job.followUpDate),
  };
}
