import type { JsonObject } from '../../../server/workflow/embedded/json.js';
import type { Published } from '../format/case.js';
import type { InstanceTrace, JobTrace } from '../format/trace.js';

/** What a case needs of an engine. Every call returns when all that follows from it has settled. */
export interface EngineUnderTest {
  /** @returns the element ids that the refusal names, or `deployed` */
  deploy(files: readonly string[]): Promise<'deployed' | readonly string[]>;
  /** Text of an instant by its clock. */
  instant(secondsFromNow: number): string;
  start(processId: string, variables: JsonObject): Promise<Answer>;
  complete(job: OpenJob, variables: JsonObject): Promise<Answer>;
  fail(job: OpenJob, retries: number, backOffSeconds: number): Promise<Answer>;
  throwError(job: OpenJob, code: string, variables: JsonObject): Promise<Answer>;
  publish(message: Published): Promise<Answer>;
  broadcast(signal: string, variables: JsonObject): Promise<Answer>;
  passTime(seconds: number): Promise<void>;
  resolve(incident: OpenIncident, retries: number): Promise<Answer>;
  /** Of the newest instance of an element, or of the process by its id. */
  setVariables(elementId: string, variables: JsonObject, local: boolean): Promise<Answer>;
  /** The oldest instance that nobody called. */
  cancel(): Promise<Answer>;
  modify(end: readonly string[], begin: readonly string[]): Promise<Answer>;
  /** Jobs that a worker could get now, the oldest first. */
  openJobs(): readonly OpenJob[];
  openIncidents(): readonly OpenIncident[];
  trace(): readonly InstanceTrace[];
  /** Leaves nothing of the case behind. */
  close(): Promise<void>;
}

export type Answer = 'done' | 'gone' | 'blocked' | 'duplicate' | 'refused';

export interface OpenJob extends JobTrace {
  readonly key: string;
  readonly elementKey: string;
}

export interface OpenIncident {
  readonly key: string;
  readonly at: string;
  readonly type: string;
  readonly elementKey: string;
  readonly jobKey: string | null;
}
