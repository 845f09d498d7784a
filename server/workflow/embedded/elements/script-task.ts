import { createJob } from '../advance/jobs.js';
import { complete } from '../advance/tokens.js';
import { evaluate } from '../advance/variables.js';
import { extensionOf } from '../compile/moddle.js';
import { checkNoJob, readScript } from '../compile/read-called.js';
import { readServiceJob, SERVICE_EXTENSIONS } from '../compile/read-job.js';
import { toJson } from '../feel/json.js';
import type { ElementKind } from './element-kind.js';

/** A FEEL expression whose value becomes a variable; or, with a task definition, a job like any other. */
export const scriptTask: ElementKind = {
  bpmnType: 'bpmn:ScriptTask',
  extensions: ['zeebe:Script', ...SERVICE_EXTENSIONS],
  role: 'activity',
  flows: 'both',
  read: (node, { report }) => {
    if (extensionOf(node, 'zeebe:Script') === undefined) return { job: readServiceJob(node, report, 'zeebe:script') };
    checkNoJob(node, report);
    return { script: readScript(node, report) };
  },
  execute: (run, instance, element) => {
    const { script } = element;
    if (script === null) return createJob(run, instance, element);
    const value = toJson(evaluate(run, instance, script.expression).value);
    complete(run, instance, Object.fromEntries([[script.resultVariable, value]]));
  },
};
