import { end, service, start } from '../../conformance/format/elements.js';
import { path, process as bpmnProcess } from '../../conformance/format/model.js';

/** Three service tasks in a row: the smallest model in which nothing but the engine is measured. */
export const threeServices = bpmnProcess([
  start(),
  service('a'),
  service('b'),
  service('c'),
  end(),
  ...path('start a b c end'),
]);

/** Types of its jobs, in their order. */
export const TYPES = ['CASE.a', 'CASE.b', 'CASE.c'] as const;

/** Its start and its three completions. */
export const COMMANDS_EACH = 4;
