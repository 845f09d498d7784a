import { createJob } from '../advance/jobs.js';
import { readServiceJob, readUserJob, SERVICE_EXTENSIONS, USER_EXTENSIONS } from '../compile/read-job.js';
import { readListeners } from '../compile/read-listeners.js';
import type { ElementKind } from './element-kind.js';

/** A task that a worker performs; the token waits for the job. */
export const serviceTask: ElementKind = {
  bpmnType: 'bpmn:ServiceTask',
  extensions: ['zeebe:ExecutionListeners', ...SERVICE_EXTENSIONS],
  role: 'activity',
  flows: 'both',
  read: (node, { report }) => ({ job: readServiceJob(node, report), listeners: readListeners(node, report) }),
  execute: createJob,
};

/** A task that sends a message: a worker does it, as on Zeebe. */
export const sendTask: ElementKind = {
  ...serviceTask,
  bpmnType: 'bpmn:SendTask',
  extensions: SERVICE_EXTENSIONS,
  read: (node, { report }) => ({ job: readServiceJob(node, report) }),
};

/** A task that a person performs; the projector makes an Aufgabe of its job. */
export const userTask: ElementKind = {
  bpmnType: 'bpmn:UserTask',
  extensions: USER_EXTENSIONS,
  role: 'activity',
  flows: 'both',
  read: (node, place) => ({ job: readUserJob(node, place) }),
  execute: createJob,
};
