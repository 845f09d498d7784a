import type { JsonObject } from '../../../server/workflow/embedded/json.js';

/**
 * One behaviour that both engines must show: the models, and what happens from outside. The same bytes and the same
 * script go to both; what the real Zeebe did is kept as golden file.
 */
export interface Case {
  /** A sentence; its slug takes the place of `CASE` in the models, so that cases cannot disturb each other. */
  readonly name: string;
  /** BPMN or DMN text, deployed together. */
  readonly files: readonly string[];
  readonly script: readonly Step[];
}

export type Step =
  | { readonly do: 'deploy'; readonly files: readonly string[] }
  | { readonly do: 'start'; readonly process: string; readonly variables: JsonObject }
  | { readonly do: 'complete'; readonly at: string; readonly variables: JsonObject }
  | { readonly do: 'fail'; readonly at: string; readonly retries: number; readonly backOffSeconds: number }
  | { readonly do: 'throwError'; readonly at: string; readonly code: string; readonly variables: JsonObject }
  | { readonly do: 'publish'; readonly message: Published }
  | { readonly do: 'broadcast'; readonly signal: string; readonly variables: JsonObject }
  | { readonly do: 'passTime'; readonly seconds: number }
  | { readonly do: 'resolve'; readonly at: string; readonly retries: number }
  | { readonly do: 'setVariables'; readonly at: string; readonly variables: JsonObject; readonly local: boolean }
  | { readonly do: 'cancel' }
  | { readonly do: 'modify'; readonly end: readonly string[]; readonly begin: readonly string[] }
  | { readonly do: 'expectRefused' }
  | { readonly do: 'expectJob'; readonly at: string; readonly job: ExpectedJob }
  | { readonly do: 'expectNoJob'; readonly at: string }
  | { readonly do: 'expectIncident'; readonly at: string; readonly type: string }
  | { readonly do: 'expectEnded'; readonly outcome: 'completed' | 'terminated'; readonly variables: JsonObject }
  | { readonly do: 'expectRunning' };

export interface Published {
  readonly name: string;
  readonly key: string;
  readonly id: string;
  readonly seconds: number;
  readonly variables: JsonObject;
}

/** What of a job the case speaks of; variables are those that it must see among others. */
export interface ExpectedJob {
  readonly type?: string;
  readonly retries?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly variables?: JsonObject;
}

/** Deploys further files, e.g. a new version; what is refused is an answer. */
export const deploy = (...files: string[]): Step => ({ do: 'deploy', files });
/** `NOW+60` as value of a variable is the instant one minute after the step, by the clock of the engine. */
export const start = (variables: JsonObject = {}, process = 'CASE'): Step => ({ do: 'start', process, variables });
export const complete = (at: string, variables: JsonObject = {}): Step => ({ do: 'complete', at, variables });
export const fail = (at: string, retries: number, backOffSeconds = 0): Step => ({
  do: 'fail',
  at,
  retries,
  backOffSeconds,
});
export const throwError = (at: string, code: string, variables: JsonObject = {}): Step => ({
  do: 'throwError',
  at,
  code,
  variables,
});
export const publish = (name: string, key: string, variables: JsonObject = {}, seconds = 0, id = ''): Step => ({
  do: 'publish',
  message: { name, key, id, seconds, variables },
});
export const broadcast = (signal: string, variables: JsonObject = {}): Step => ({ do: 'broadcast', signal, variables });
export const passTime = (seconds: number): Step => ({ do: 'passTime', seconds });
export const resolve = (at: string, retries = 1): Step => ({ do: 'resolve', at, retries });
export const setVariables = (variables: JsonObject, at = 'CASE', local = false): Step => ({
  do: 'setVariables',
  at,
  variables,
  local,
});
export const cancel: Step = { do: 'cancel' };
export const modify = (end: readonly string[], begin: readonly string[]): Step => ({ do: 'modify', end, begin });
export const expectRefused: Step = { do: 'expectRefused' };
export const expectJob = (at: string, job: ExpectedJob = {}): Step => ({ do: 'expectJob', at, job });
export const expectNoJob = (at: string): Step => ({ do: 'expectNoJob', at });
export const expectIncident = (at: string, type: string): Step => ({ do: 'expectIncident', at, type });
export const expectEnded = (variables: JsonObject = {}): Step => ({
  do: 'expectEnded',
  outcome: 'completed',
  variables,
});
export const expectTerminated: Step = { do: 'expectEnded', outcome: 'terminated', variables: {} };
export const expectRunning: Step = { do: 'expectRunning' };

/** The name of the case as it stands in process ids, job types and message names. */
export function slugOf({ name }: Pick<Case, 'name'>): string {
  return `c-${name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}`;
}

/** The bytes that both engines get at first. */
export function filesOf(testCase: Case): string[] {
  return testCase.files.map((text) => text.replaceAll('CASE', slugOf(testCase)));
}

/** All bytes that they get while the case is played. */
export function allFilesOf(testCase: Case): string[] {
  const later = testCase.script.flatMap((step) => (step.do === 'deploy' ? step.files : []));
  return [...filesOf(testCase), ...later.map((text) => text.replaceAll('CASE', slugOf(testCase)))];
}
