import { CODE_LISTS, VERTRAULICHKEITSSTUFE } from '../codes.js';
import { descend, placeOf } from '../read/xml-node.js';
import type { Rule, RuleContext } from './rule.js';

/** Classified records never go out by themselves; the sender is warned and must release them separately. */
export function vertraulichkeitRule({ report }: RuleContext): Rule {
  return {
    on: {
      AllgemeineMetadaten: (node) => {
        const code = descend(node, 'Vertraulichkeitsstufe', 'code');
        const found = code?.text.trim() ?? '';
        const isClassified = KNOWN.includes(found) && found !== VERTRAULICHKEITSSTUFE.offen;
        if (code !== undefined && isClassified) report.add('record.vertraulichkeit', placeOf(code), { found });
      },
    },
  };
}

const KNOWN: readonly string[] = CODE_LISTS.Vertraulichkeitsstufe.values ?? [];
