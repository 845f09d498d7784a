import type { Finding } from '../../../contract/finding.js';
import { createReport, type Report } from '../compile/report.js';
import type { Model } from '../model.js';
import type { Compensation, Effect, ElementInstance, State } from '../state.js';
import { checkMigration, targetOf, type Move } from './migration-check.js';
import { moveWaits } from './migration-waits.js';
import type { Run } from './run.js';
import type { Surroundings } from './surroundings.js';

export type Migrated =
  | {
      readonly kind: 'migrated';
      readonly state: State;
      readonly effects: readonly Effect[];
      readonly warnings: readonly Finding[];
    }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] };

/**
 * Moves a running instance to another model. Every token stays where it is, under its new name; jobs keep their key, type
 * and headers, timers their time. Boundary events and event sub-processes that are new begin to wait now, those that are
 * gone stop. Pure: a dry run is a call whose result is not kept.
 *
 * @param mapping old element id → new element id; elements (and flows into joins) that keep their id need no entry
 * @returns everything that stands against it at once, by the old element id; nothing is done then
 */
export function migrate(
  from: Model,
  to: Model,
  state: State,
  mapping: Readonly<Record<string, string>>,
  surroundings: Surroundings,
): Migrated {
  const report = createReport();
  const move: Move = { from, to, mapping };
  checkMigration(move, state, report);
  if (isRefused(report)) return { kind: 'refused', findings: report.findings };
  const run: Run = { ...surroundings, model: to, state: renamed(move, state), effects: [], agenda: [] };
  for (const instance of Object.values(run.state.instances)) {
    const before = state.instances[instance.key];
    if (before === undefined) continue;
    if (before.elementId !== instance.elementId) {
      run.effects.push({ kind: 'elementMigrated', key: instance.key, elementId: instance.elementId });
    }
    moveWaits(run, move, { state, before, after: instance }, report);
  }
  return isRefused(report)
    ? { kind: 'refused', findings: report.findings }
    : { kind: 'migrated', state: run.state, effects: run.effects, warnings: report.findings };
}

function isRefused({ findings }: Report): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

function renamed(move: Move, state: State): State {
  const copy = structuredClone(state);
  const instances = Object.fromEntries(
    Object.entries(copy.instances).map(([key, instance]) => [key, renamedInstance(move, instance)]),
  );
  const compensations = copy.compensations?.map((compensation): Compensation => ({
    ...compensation,
    elementId: targetOf(move, compensation.elementId),
  }));
  return { ...copy, instances, ...(compensations === undefined ? {} : { compensations }) };
}

function renamedInstance(move: Move, instance: ElementInstance): ElementInstance {
  const { arrived } = instance;
  const elementId = targetOf(move, instance.elementId);
  if (arrived === undefined) return { ...instance, elementId };
  const gateways = Object.entries(arrived).map(([gatewayId, flows]) => {
    const counts = Object.entries(flows).map(([flowId, count]) => [targetOf(move, flowId), count] as const);
    return [targetOf(move, gatewayId), Object.fromEntries(counts)] as const;
  });
  return { ...instance, elementId, arrived: Object.fromEntries(gateways) };
}
