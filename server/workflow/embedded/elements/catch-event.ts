import { complete } from '../advance/tokens.js';
import { openWaits } from '../advance/waits.js';
import { idOf, nodesOf } from '../compile/moddle.js';
import { readEvent, readMessage } from '../compile/read-event.js';
import { nodeOf } from '../compile/moddle.js';
import type { ElementKind } from './element-kind.js';

/** An intermediate event: the token waits for a message, a signal or a time, or comes here by a link. */
export const catchEvent: ElementKind = {
  bpmnType: 'bpmn:IntermediateCatchEvent',
  extensions: ['zeebe:IoMapping'],
  role: 'event',
  flows: 'both',
  read: (node, { report }) => {
    const event = readEvent(node, ['message', 'timer', 'signal', 'link'], report);
    if (nodesOf(node, 'eventDefinitions').length === 0) report.add('event.unsupported', idOf(node), { what: 'none' });
    if (event?.kind === 'timer' && event.timer === 'cycle') {
      report.add('event.unsupported', idOf(node), { what: 'timeCycle' });
    }
    return { event };
  },
  execute: (run, instance, element) => {
    // A link, or an event that the gateway before it has waited for.
    if (element.event?.kind === 'link' || instance.result !== undefined) complete(run, instance, instance.result);
    else openWaits(run, instance, instance, element.id);
  },
};

/** A task that waits for a message. */
export const receiveTask: ElementKind = {
  bpmnType: 'bpmn:ReceiveTask',
  extensions: ['zeebe:IoMapping'],
  role: 'activity',
  flows: 'both',
  read: (node, { report }) => ({ event: readMessage(nodeOf(node, 'messageRef'), idOf(node), report) }),
  execute: (run, instance, element) => openWaits(run, instance, instance, element.id),
};
