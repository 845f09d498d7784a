import {
  catching,
  end,
  exclusive,
  parallel,
  service,
  sideBoundary,
  start,
  user,
} from '../../conformance/format/elements.js';
import { timer } from '../../conformance/format/events.js';
import { flow, path, process as bpmnProcess } from '../../conformance/format/model.js';

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

/**
 * The life of an invoice as offices decide it: eight people one after the other and side by side, a branch by amount and a
 * reminder that nobody needs. Its start and its completions are nine commands.
 *
 * @param large condition for the branch of large amounts: the languages of engines differ
 */
export const invoice = (large: string): string =>
  bpmnProcess([
    start(),
    user('register'),
    user('examine'),
    sideBoundary('late', 'examine', timer('Duration', 'P14D')),
    user('remind'),
    exclusive('amount', 'amount-confirm'),
    parallel('fork'),
    user('finance'),
    user('audit'),
    parallel('join'),
    exclusive('merge'),
    user('confirm'),
    user('sign'),
    user('order'),
    user('pay'),
    user('close'),
    end(),
    end('reminded'),
    ...path('start register examine amount'),
    flow('amount', 'fork', large),
    flow('amount', 'confirm'),
    ...path('late remind reminded'),
    ...path('fork finance join merge'),
    ...path('fork audit join'),
    ...path('confirm merge sign order pay close end'),
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
