import { compensate, passesCompensation } from '../advance/compensation.js';
import { throwAt } from '../advance/errors.js';
import { childrenOf, scopeOf } from '../advance/run.js';
import { complete, terminate } from '../advance/tokens.js';
import { checkNoMapping } from '../compile/read-compensation.js';
import { readEvent } from '../compile/read-event.js';
import type { ElementKind } from './element-kind.js';

/**
 * Where a token ends: alone (none), with all others of its scope (terminate), as an error for an outer scope, or after
 * everything that was completed has been undone (compensation).
 */
export const endEvent: ElementKind = {
  bpmnType: 'bpmn:EndEvent',
  extensions: ['zeebe:IoMapping'],
  role: 'event',
  flows: 'incoming only',
  read: (node, { report }) => {
    const event = readEvent(node, ['terminate', 'error', 'compensation'], report);
    if (event?.kind === 'compensation') checkNoMapping(node, report);
    if (event?.kind === 'error' && event.code === null) {
      report.add('event.incomplete', String(node.get('id')), { what: 'errorRef' });
    }
    return { event };
  },
  passes: passesCompensation,
  execute: (run, instance, { event }) => {
    if (event?.kind === 'error' && event.code !== null) return throwAt(run, instance, event.code);
    if (event?.kind === 'compensation') return compensate(run, instance, event.activityId);
    if (event?.kind === 'terminate') {
      for (const other of childrenOf(run, scopeOf(run, instance).key)) {
        if (other.key !== instance.key) terminate(run, other);
      }
      delete scopeOf(run, instance).arrived;
    }
    complete(run, instance);
  },
};
