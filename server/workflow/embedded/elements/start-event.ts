import { complete } from '../advance/tokens.js';
import { elementAt } from '../advance/run.js';
import { openWaits } from '../advance/waits.js';
import { readEvent, type EventName } from '../compile/read-event.js';
import type { ElementKind, Place } from './element-kind.js';

/**
 * Where a scope begins. Its event sub-processes start listening when the token leaves here and not earlier: their
 * correlation keys may need variables that the starting message brought along (camunda/camunda #4099).
 */
export const startEvent: ElementKind = {
  bpmnType: 'bpmn:StartEvent',
  extensions: ['zeebe:IoMapping'],
  role: 'event',
  flows: 'outgoing only',
  read: (node, { report, container }) => ({
    event: readEvent(node, triggers[container], report),
    interrupts: node.get('isInterrupting') === false ? 'non-interrupting' : 'interrupting',
  }),
  execute: (run, instance) => complete(run, instance, instance.result),
  beforeLeaving: (run, _, scope) => {
    for (const { startId } of elementAt(run, scope).container?.eventSubProcesses ?? []) {
      openWaits(run, scope, scope, startId);
    }
  },
};

const triggers: Readonly<Record<Place['container'], readonly EventName[]>> = {
  process: ['message', 'signal', 'timer'],
  subProcess: [],
  eventSubProcess: ['message', 'timer', 'signal', 'error', 'escalation'],
};
