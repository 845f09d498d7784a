import { complete } from '../advance/tokens.js';
import { idOf, nodeOf, nodesOf } from '../compile/moddle.js';
import { checkNoMapping } from '../compile/read-compensation.js';
import { readEvent } from '../compile/read-event.js';
import type { EventDefinition } from '../model.js';
import type { ElementKind } from './element-kind.js';

/** An event attached to an activity. An interrupting one has ended the activity before its token gets here. */
export const boundaryEvent: ElementKind = {
  bpmnType: 'bpmn:BoundaryEvent',
  extensions: ['zeebe:IoMapping'],
  role: 'event',
  flows: 'outgoing only',
  read: (node, { report }) => {
    const event = readEvent(node, ['timer', 'message', 'signal', 'error', 'escalation', 'compensation'], report);
    if (nodesOf(node, 'eventDefinitions').length === 0) report.add('event.incomplete', idOf(node), { what: 'trigger' });
    if (event?.kind === 'compensation') checkNoMapping(node, report);
    const interrupts = node.get('cancelActivity') === false ? 'non-interrupting' : 'interrupting';
    const cyclic = event?.kind === 'timer' && event.timer === 'cycle';
    if (interrupts === 'interrupting' ? cyclic : endsInAnyCase(event)) {
      report.add('event.unsupported', idOf(node), { what: `${interrupts} ${event?.kind}` });
    }
    return { event, interrupts, attachedToId: idOf(nodeOf(node, 'attachedToRef')) };
  },
  execute: (run, instance, { event, outputs }) => {
    // What an error brings along stays here unless it is mapped: measured, and other than at an event sub-process.
    const kept = event?.kind === 'error' && outputs.length === 0;
    complete(run, instance, kept ? {} : instance.result);
  },
};

// An error ends its activity, compensation comes after its end, and one that is gone cannot be interrupted again.
function endsInAnyCase(event: EventDefinition | null): boolean {
  return event?.kind === 'error' || event?.kind === 'compensation';
}
