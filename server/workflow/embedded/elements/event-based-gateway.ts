import { openWaits } from '../advance/waits.js';
import type { ElementKind } from './element-kind.js';

/** The token waits for several events; the first one that happens decides the way. */
export const eventBasedGateway: ElementKind = {
  bpmnType: 'bpmn:EventBasedGateway',
  extensions: [],
  role: 'gateway',
  flows: 'both',
  execute: (run, instance, { outgoing }) => {
    for (const { targetId } of outgoing) openWaits(run, instance, instance, targetId);
  },
};
