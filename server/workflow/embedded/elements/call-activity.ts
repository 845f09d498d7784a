import { callProcess } from '../advance/calls.js';
import { readCalledProcess } from '../compile/read-called.js';
import type { ElementKind } from './element-kind.js';

/** Runs another process as one step of this one. Errors and escalations that leave it are thrown here. */
export const callActivity: ElementKind = {
  bpmnType: 'bpmn:CallActivity',
  extensions: ['zeebe:CalledElement', 'zeebe:IoMapping'],
  role: 'activity',
  flows: 'both',
  read: (node, { report }) => ({ call: readCalledProcess(node, report) }),
  execute: callProcess,
};
