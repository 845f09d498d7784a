import type { Id } from '../../contract/views.js';
import type { Plan } from '../aktenplan.js';

/** On which level each position lies, 1 for the uppermost; `circle` for one that lies below itself. One step for each. */
export function levels(plan: Plan): Map<Id, number | 'circle'> {
  const found = new Map<Id, number | 'circle'>();
  for (const id of plan.keys()) {
    const way: Id[] = [];
    const onWay = new Set<Id>();
    let at: Id | null = id;
    while (at !== null && !found.has(at) && !onWay.has(at)) {
      way.push(at);
      onWay.add(at);
      at = plan.get(at)?.parentId ?? null;
    }
    let above: number | 'circle' = at === null ? 0 : onWay.has(at) ? 'circle' : (found.get(at) ?? 0);
    for (const step of way.reverse()) {
      above = above === 'circle' ? 'circle' : above + 1;
      found.set(step, above);
    }
  }
  return found;
}
