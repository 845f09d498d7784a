import { placeOf, textOf } from '../read/xml-node.js';
import { isAkteOrVorgang, isRoot, type RecordScope } from './record-scope.js';
import type { Rule, RuleContext } from './rule.js';

/**
 * Only what is zu den Akten verfügt may leave: the object itself says ZdA, or all its parts do. Many systems close
 * the Vorgang and never the Akte around it.
 */
export function zdaRule({ report }: RuleContext): Rule {
  const parts = new WeakMap<RecordScope, 'closed' | 'open'>();
  return {
    record: (record) => {
      if (!isAkteOrVorgang(record)) return;
      const own = textOf(record.node, 'ZdA');
      const isOpen = own === '0' || own === 'false';
      const state = own === undefined ? (parts.get(record) ?? 'open') : isOpen ? 'open' : 'closed';
      if (isOpen) report.add('record.zda', placeOf(record.node), { found: 'ZdA = 0' });
      else if (isRoot(record) && state === 'open') report.add('record.zda', placeOf(record.node), { found: NOTHING });
      if (record.parent !== undefined) parts.set(record.parent, joined(parts.get(record.parent), state));
    },
  };
}

const NOTHING = { de: 'keine ZdA-Angabe', en: 'no ZdA' };

function joined(before: 'closed' | 'open' | undefined, state: 'closed' | 'open'): 'closed' | 'open' {
  return before === 'open' ? 'open' : state;
}
