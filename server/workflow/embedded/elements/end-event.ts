import { compensate, passesCompensation } from '../advance/compensation.js';
import { throwAt } from '../advance/errors.js';
import { escalate } from '../advance/escalations.js';
import { createJob } from '../advance/jobs.js';
import { requireCode } from '../advance/required.js';
import { broadcast } from '../advance/signals.js';
import { complete, terminateChildren } from '../advance/tokens.js';
import { SERVICE_EXTENSIONS } from '../compile/read-job.js';
import type { ElementKind } from './element-kind.js';
import { readThrown } from './throw-event.js';

/**
 * Where a token ends: alone (none), with all others of its scope (terminate), as an error or an escalation for an outer
 * scope, with a message that a worker sends, with a signal to everybody, or after everything that was completed has been
 * undone (compensation).
 */
export const endEvent: ElementKind = {
  bpmnType: 'bpmn:EndEvent',
  extensions: SERVICE_EXTENSIONS,
  role: 'event',
  flows: 'incoming only',
  read: (node, { report }) => readThrown(node, ['terminate', 'error', 'escalation', 'signal', 'compensation'], report),
  passes: (run, instance, element) => {
    const marks = element.event === null && element.job === null;
    return marks ? 'at once' : passesCompensation(run, instance, element);
  },
  execute: (run, instance, element) => {
    const { event } = element;
    if (element.job !== null) createJob(run, instance, element);
    else if (event?.kind === 'error') throwAt(run, instance, requireCode(run, instance, event));
    else if (event?.kind === 'escalation') escalate(run, instance, requireCode(run, instance, event));
    else if (event?.kind === 'compensation') compensate(run, instance, event.activityId);
    else if (event?.kind === 'signal') broadcast(run, instance, event.name);
    else complete(run, instance);
  },
  afterLeaving: (run, { event }, scope) => {
    if (event?.kind !== 'terminate') return;
    terminateChildren(run, scope.key);
    delete scope.arrived;
  },
};
