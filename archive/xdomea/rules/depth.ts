import { placeOf } from '../read/xml-node.js';
import type { Rule, RuleContext } from './rule.js';

/** At most five levels: Akte, Teilakte, Vorgang, Teilvorgang, Dokument. Said where the limit is first exceeded. */
export function depthRule({ report, options }: RuleContext): Rule {
  return {
    record: ({ node, level, kind }) => {
      if (level !== options.maxDepth + 1 || kind === 'Anlage') return;
      report.add('record.depth', placeOf(node), { limit: options.maxDepth, found: level });
    },
  };
}
