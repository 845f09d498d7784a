import { idOf, nodesOf, textOf } from '../compile/moddle.js';
import type { DecisionReport } from './finding-texts.js';
import { referredTo, requiredBy, type Files } from './read-files.js';

/** References that lead nowhere, and decisions that need themselves. */
export function checkRequirements({ nodes }: Files, report: DecisionReport): void {
  const state = new Map<string, 'open' | 'done'>();
  for (const key of nodes.keys()) visit(key, []);

  function visit(key: string, path: readonly string[]): void {
    const drg = nodes.get(key);
    if (drg === undefined || state.get(key) === 'done') return;
    const name = textOf(drg.node, 'name') ?? idOf(drg.node);
    if (state.get(key) === 'open') {
      report.add('dmn.cycle', idOf(drg.node), { what: [...path.slice(path.indexOf(name)), name].join(' → ') });
      return;
    }
    state.set(key, 'open');
    const inService = ['outputDecision', 'encapsulatedDecision', 'inputDecision', 'inputData'].flatMap((property) =>
      nodesOf(drg.node, property).map((reference) => referredTo(reference, drg.file)),
    );
    for (const required of [...requiredBy(drg), ...inService]) {
      if (!nodes.has(required)) report.add('dmn.reference', idOf(drg.node), { what: required });
      visit(required, [...path, name]);
    }
    state.set(key, 'done');
  }
}
