import { decideFor } from '../advance/decisions.js';
import { createJob } from '../advance/jobs.js';
import { complete } from '../advance/tokens.js';
import { extensionOf } from '../compile/moddle.js';
import { checkNoJob, readCalledDecision } from '../compile/read-called.js';
import { readServiceJob, SERVICE_EXTENSIONS } from '../compile/read-job.js';
import type { ElementKind } from './element-kind.js';

/** A decision (DMN) whose outcome becomes a variable; or, with a task definition, a job like any other. */
export const businessRuleTask: ElementKind = {
  bpmnType: 'bpmn:BusinessRuleTask',
  extensions: ['zeebe:CalledDecision', ...SERVICE_EXTENSIONS],
  role: 'activity',
  flows: 'both',
  read: (node, { report }) => {
    if (extensionOf(node, 'zeebe:CalledDecision') === undefined) {
      return { job: readServiceJob(node, report, 'zeebe:calledDecision') };
    }
    checkNoJob(node, report);
    return { decision: readCalledDecision(node, report) };
  },
  execute: (run, instance, element) => {
    const { decision } = element;
    if (decision === null) return createJob(run, instance, element);
    const value = decideFor(run, instance, decision);
    complete(run, instance, Object.fromEntries([[decision.resultVariable, value]]));
  },
};
