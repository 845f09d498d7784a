import type { Finding } from '../../../contract/finding.js';
import { createReport, type Report } from '../compile/report.js';
import type { Element, Model } from '../model.js';
import type { Activation, ElementInstance, Key, Modification, State } from '../state.js';
import { findScope, scopeIdsOf } from './modification-scopes.js';
import type { Place } from './run.js';

/**
 * Says what stands against moving tokens by hand: everything at once, as Zeebe 8.5.8 rejects it, and what would leave an
 * instance that cannot go on.
 *
 * @returns nothing where `advance` can be asked to do it
 */
export function modificationFindings(
  model: Model,
  state: State,
  { terminate, activate }: Pick<Modification, 'terminate' | 'activate'>,
): readonly Finding[] {
  const report = createReport();
  const place = { model, state };
  for (const key of terminate) if (state.instances[key] === undefined) report.add('modify.unknownInstance', key);
  for (const activation of activate) checkActivation(place, activation, new Set(terminate), report);
  if (activate.length === 0 && endsProcess(place, terminate) && state.parent !== undefined) {
    report.add('modify.child', model.processId);
  }
  return report.findings;
}

function checkActivation(place: Place, activation: Activation, doomed: ReadonlySet<Key>, report: Report): void {
  const { elementId, ancestorKey, variables } = activation;
  const element = place.model.elements.get(elementId);
  if (element === undefined) return report.add('modify.unknownElement', elementId);
  if (!isActivatable(element) || isBehindGateway(place.model, element))
    return report.add('modify.notActivatable', elementId);
  if (ancestorKey !== null && place.state.instances[ancestorKey] === undefined) {
    return report.add('modify.unknownInstance', ancestorKey);
  }
  const found = findScope(place, elementId, ancestorKey, doomed);
  if (found.kind === 'several scopes') report.add('modify.severalScopes', elementId);
  if (found.kind === 'no ancestor') report.add('modify.ancestor', elementId);
  if (found.kind === 'multi-instance') report.add('modify.multiInstance', elementId, { what: found.scopeId });
  const scopes = [null, elementId, ...scopeIdsOf(place, elementId)];
  for (const { scopeId } of variables) {
    if (!scopes.includes(scopeId)) report.add('modify.variableScope', elementId, { what: scopeId ?? '' });
  }
}

// Only the engine itself starts, attaches and compensates.
function isActivatable({ kind, containerId, purpose }: Element): boolean {
  const reserved = ['bpmn:StartEvent', 'bpmn:BoundaryEvent'];
  return containerId !== null && purpose === 'flow' && !reserved.includes(kind.bpmnType);
}

// The gateway has waited for such an event; the event itself only lets the token pass.
function isBehindGateway(model: Model, { id, kind }: Element): boolean {
  if (kind.bpmnType !== 'bpmn:IntermediateCatchEvent') return false;
  return [...model.elements.values()].some(
    (other) =>
      other.kind.bpmnType === 'bpmn:EventBasedGateway' && other.outgoing.some(({ targetId }) => targetId === id),
  );
}

// What lives is a token, or a scope in which one lives or waits at a join.
function endsProcess({ state }: Place, terminate: readonly Key[]): boolean {
  const all = Object.values(state.instances);
  const scopes = new Set(all.map(({ parent }) => parent));
  const doomed = new Set(terminate);
  const lives = ({ key, parent }: ElementInstance): boolean => {
    const outer = parent === null ? undefined : state.instances[parent];
    return !doomed.has(key) && (outer === undefined || lives(outer));
  };
  return !all.some((instance) => lives(instance) && (instance.arrived !== undefined || !scopes.has(instance.key)));
}
