import { compensate, passesCompensation } from '../advance/compensation.js';
import { throwAt } from '../advance/errors.js';
import { escalate } from '../advance/escalations.js';
import { broadcast } from '../advance/signals.js';
import { complete, terminateChildren } from '../advance/tokens.js';
import type { ElementKind } from './element-kind.js';
import { readThrown } from './throw-event.js';

/**
 * Where a token ends: alone (none), with all others of its scope (terminate), as an error or an escalation for an outer
 * scope, with a signal to everybody, or after everything that was completed has been undone (compensation).
 */
export const endEvent: ElementKind = {
  bpmnType: 'bpmn:EndEvent',
  extensions: ['zeebe:IoMapping'],
  role: 'event',
  flows: 'incoming only',
  read: (node, { report }) => ({
    event: readThrown(node, ['terminate', 'error', 'escalation', 'signal', 'compensation'], report),
  }),
  passes: (run, instance, element) => (element.event === null ? 'at once' : passesCompensation(run, instance, element)),
  execute: (run, instance, { event }) => {
    if (event?.kind === 'error' && event.code !== null) throwAt(run, instance, event.code);
    else if (event?.kind === 'escalation' && event.code !== null) escalate(run, instance, event.code);
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
