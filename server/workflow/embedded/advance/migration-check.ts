import type { Report } from '../compile/report.js';
import { entryOf } from '../json.js';
import { elementOf, type Element, type Model } from '../model.js';
import type { Compensation, ElementInstance, State } from '../state.js';

export interface Move {
  readonly from: Model;
  readonly to: Model;
  readonly mapping: Readonly<Record<string, string>>;
}

/** What an element or flow of the old model is called in the new one. */
export function targetOf({ from, to, mapping }: Move, id: string): string {
  return entryOf(mapping, id) ?? (id === from.processId ? to.processId : id);
}

/** Reports everything that would leave a token where the new model cannot take it on. */
export function checkMigration(move: Move, state: State, report: Report): void {
  for (const [source, target] of Object.entries(move.mapping)) {
    if (!knows(move.from, source)) report.add('migrate.mapping', source, { what: source });
    if (!knows(move.to, target)) report.add('migrate.mapping', source, { what: target });
  }
  for (const instance of Object.values(state.instances)) {
    checkInstance(move, instance, report);
    checkJoins(move, instance, report);
  }
  for (const compensation of state.compensations ?? []) checkCompensation(move, compensation, report);
}

function knows({ elements }: Model, id: string): boolean {
  return elements.has(id) || [...elements.values()].some(({ incoming }) => incoming.includes(id));
}

function checkInstance(move: Move, instance: ElementInstance, report: Report): void {
  const source = elementOf(move.from, instance.elementId);
  const what = targetOf(move, source.id);
  const target = move.to.elements.get(what);
  if (target === undefined) return report.add('migrate.missing', source.id, { what });
  if (!isSameKind(source, target) || !carriesOn(instance, target)) report.add('migrate.kind', source.id, { what });
  const scope = source.containerId === null ? null : targetOf(move, source.containerId);
  if (target.containerId !== scope) report.add('migrate.scope', source.id, { what });
}

function isSameKind(source: Element, target: Element): boolean {
  return (
    source.kind.bpmnType === target.kind.bpmnType &&
    source.event?.kind === target.event?.kind &&
    source.multiInstance?.order === target.multiInstance?.order &&
    source.purpose === target.purpose
  );
}

// Whoever completes the job must find an element that has waited for one.
function carriesOn({ job, phase }: ElementInstance, target: Element): boolean {
  if (job === undefined) return true;
  if (job.purpose !== 'listener') return target.job !== null;
  return target.listeners[phase === 'entering' ? 'start' : 'end'].length > 0;
}

function checkJoins(move: Move, { arrived = {} }: ElementInstance, report: Report): void {
  for (const [gatewayId, flows] of Object.entries(arrived)) {
    const target = move.to.elements.get(targetOf(move, gatewayId));
    for (const flowId of Object.keys(flows)) {
      const what = targetOf(move, flowId);
      const joins = target?.kind.arrive !== undefined && target.incoming.includes(what);
      if (!joins) report.add('migrate.join', gatewayId, { what });
    }
  }
}

function checkCompensation(move: Move, { elementId, calls }: Compensation, report: Report): void {
  const what = targetOf(move, elementId);
  const target = move.to.elements.get(what);
  const undone = calls === 'handler' ? target?.compensatedBy != null : target?.kind.bpmnType === 'bpmn:SubProcess';
  if (!undone) report.add('migrate.compensation', elementId, { what });
}
