import { boundaryEvent } from './boundary-event.js';
import { businessRuleTask } from './business-rule-task.js';
import { callActivity } from './call-activity.js';
import { catchEvent, receiveTask } from './catch-event.js';
import type { ElementKind } from './element-kind.js';
import { endEvent } from './end-event.js';
import { eventBasedGateway } from './event-based-gateway.js';
import { eventSubProcess } from './event-sub-process.js';
import { exclusiveGateway } from './exclusive-gateway.js';
import { inclusiveGateway } from './inclusive-gateway.js';
import { sendTask, serviceTask, userTask } from './job-task.js';
import { parallelGateway } from './parallel-gateway.js';
import { manualTask, undefinedTask } from './pass-through.js';
import { scriptTask } from './script-task.js';
import { startEvent } from './start-event.js';
import { subProcess } from './sub-process.js';
import { throwEvent } from './throw-event.js';

/** Every element that the engine can run. What is not in this list is refused at deployment. */
const kinds = new Map<string, ElementKind>(
  [
    boundaryEvent,
    businessRuleTask,
    callActivity,
    catchEvent,
    endEvent,
    eventBasedGateway,
    eventSubProcess,
    exclusiveGateway,
    inclusiveGateway,
    manualTask,
    parallelGateway,
    receiveTask,
    scriptTask,
    sendTask,
    serviceTask,
    startEvent,
    subProcess,
    throwEvent,
    undefinedTask,
    userTask,
  ].map((kind) => [kind.bpmnType, kind]),
);

export function kindOf(bpmnType: string): ElementKind | undefined {
  return kinds.get(bpmnType);
}
