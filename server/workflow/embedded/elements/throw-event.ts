import { compensate, passesCompensation } from '../advance/compensation.js';
import { escalate } from '../advance/escalations.js';
import { createJob } from '../advance/jobs.js';
import { followLink } from '../advance/links.js';
import { requireCode } from '../advance/required.js';
import { broadcast } from '../advance/signals.js';
import { complete } from '../advance/tokens.js';
import { checkNoJob } from '../compile/read-called.js';
import { nodesOf, type ModdleElement } from '../compile/moddle.js';
import { checkNoMapping } from '../compile/read-compensation.js';
import { readEvent } from '../compile/read-event.js';
import { readServiceJob, SERVICE_EXTENSIONS } from '../compile/read-job.js';
import type { Report } from '../compile/report.js';
import type { EventDefinition } from '../model.js';
import type { ElementKind, ReadAspects } from './element-kind.js';

/**
 * An intermediate event that marks a point, has a worker send a message, has completed activities undone, tells of an
 * escalation or a signal, or goes on at the link of the same name. Any other is refused, not passed over.
 */
export const throwEvent: ElementKind = {
  bpmnType: 'bpmn:IntermediateThrowEvent',
  extensions: SERVICE_EXTENSIONS,
  role: 'event',
  flows: 'both',
  read: (node, { report }) => readThrown(node, ['compensation', 'escalation', 'signal', 'link'], report),
  passes: passesCompensation,
  execute: (run, instance, element) => {
    const { event } = element;
    if (element.job !== null) createJob(run, instance, element);
    else if (event?.kind === 'compensation') compensate(run, instance, event.activityId);
    else if (event?.kind === 'escalation') escalate(run, instance, requireCode(run, instance, event));
    else if (event?.kind === 'signal') broadcast(run, instance, event.name);
    else complete(run, instance);
  },
  afterLeaving: (run, { event }, scope) => {
    if (event?.kind === 'link') followLink(run, event.name, scope);
  },
};

/**
 * Reads an event that throws: it must say what. A message is sent by a worker, as on Zeebe: the event is a job, and nothing
 * that the engine itself would correlate.
 */
export function readThrown(
  node: ModdleElement,
  possible: readonly EventDefinition['kind'][],
  report: Report,
): Pick<ReadAspects, 'event' | 'job'> {
  const definitions = nodesOf(node, 'eventDefinitions');
  if (definitions.length === 1 && definitions[0]?.$type === 'bpmn:MessageEventDefinition') {
    return { event: null, job: readServiceJob(node, report) };
  }
  checkNoJob(node, report);
  const event = readEvent(node, possible, report);
  if (event?.kind === 'compensation') checkNoMapping(node, report);
  return { event, job: null };
}
