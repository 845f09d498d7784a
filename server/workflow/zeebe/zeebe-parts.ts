import type { ActRunner } from '../../platform/act-runner.js';
import type { Clock } from '../../platform/clock.js';
import type { Database } from '../../platform/postgres/database.js';
import type { Models } from '../embedded/models.js';
import type { JobWorkers, Projector } from '../process-engine.js';
import type { Link } from './link.js';

/** What every part of the adapter works with. */
export interface ZeebeParts {
  readonly database: Database;
  readonly runner: ActRunner;
  readonly clock: Clock;
  readonly link: Link;
  readonly models: Models;
  readonly projector: Projector;
  readonly workers: JobWorkers;
  /** Where new instances start; those that run end where they began. */
  readonly newInstances: 'zeebe' | 'embedded';
  /** Called after a commit that left work for programs. */
  readonly onWork: () => void;
}

/** User tasks are jobs of this type (engine.md, section 7). */
export const USER_TASK = 'io.camunda.zeebe:userTask';

/**
 * Variables that the adapter adds to a message that starts an instance. A cluster knows no Mandanten and no business
 * keys: the instance carries them, and every job is checked against our tables.
 */
export const MANDANT_VARIABLE = 'lmMandantId';
export const BUSINESS_KEY_VARIABLE = 'lmBusinessKey';
export const MESSAGE_VARIABLE = 'lmMessageId';

/** Follow-ups that speak to the cluster. They wait while it is away. */
export const TOPICS = {
  deploy: 'zeebe.deploy',
  deployDecisions: 'zeebe.deployDecisions',
  publish: 'zeebe.publish',
  complete: 'zeebe.complete',
  throwError: 'zeebe.throwError',
  setVariables: 'zeebe.setVariables',
  cancel: 'zeebe.cancel',
  look: 'zeebe.look',
} as const;
