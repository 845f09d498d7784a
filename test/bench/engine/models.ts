import { catching, end, parallel, service, start, user } from '../../conformance/format/elements.js';
import { timer } from '../../conformance/format/events.js';
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

/** Four tasks of people, two of them side by side: no expression, since the languages of engines differ. */
export const fourTasks = bpmnProcess([
  start(),
  user('a'),
  parallel('fork'),
  user('b'),
  user('c'),
  parallel('join'),
  user('d'),
  end(),
  ...path('start a fork b join d end'),
  ...path('fork c join'),
]);

/** One task of a person. */
export const oneTask = bpmnProcess([start(), user('ask'), end(), ...path('start ask end')]);

/** Waits for an hour, then for a person. */
export const oneHour = bpmnProcess([
  start(),
  catching('hour', timer('Duration', 'PT1H')),
  user('ask'),
  end(),
  ...path('start hour ask end'),
]);
