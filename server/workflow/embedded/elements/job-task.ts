import { createJob } from '../advance/jobs.js';
import { readServiceJob, readUserJob, SERVICE_EXTENSIONS, USER_EXTENSIONS } from '../compile/read-job.js';
import type { ElementKind } from './element-kind.js';

/** A task that a worker performs; the token waits for the job. */
export const serviceTask: ElementKind = {
  bpmnType: 'bpmn:ServiceTask',
  extensions: SERVICE_EXTENSIONS,
  role: 'activity',
  flows: 'both',
  read: (node, { report }) => ({ job: readServiceJob(node, report) }),
  execute: createJob,
};

// To the engine these are the same: somebody outside does the work.
export const sendTask: ElementKind = { ...serviceTask, bpmnType: 'bpmn:SendTask' };
export const scriptTask: ElementKind = { ...serviceTask, bpmnType: 'bpmn:ScriptTask' };
export const businessRuleTask: ElementKind = { ...serviceTask, bpmnType: 'bpmn:BusinessRuleTask' };

/** A task that a person performs; the projector makes an Aufgabe of its job. */
export const userTask: ElementKind = {
  bpmnType: 'bpmn:UserTask',
  extensions: USER_EXTENSIONS,
  role: 'activity',
  flows: 'both',
  read: (node, place) => ({ job: readUserJob(node, place) }),
  execute: createJob,
};
