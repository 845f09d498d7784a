import type { ElementKind } from './element-kind.js';

/** The process itself: the outermost scope. Its start event is chosen by the command that starts it. */
export const process: ElementKind = {
  bpmnType: 'bpmn:Process',
  extensions: ['zeebe:UserTaskForm'],
  role: 'scope',
  flows: 'none',
  execute: () => {
    throw new Error('A process is started, not entered');
  },
};
