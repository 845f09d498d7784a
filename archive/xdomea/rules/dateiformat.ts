import { DATEIFORMAT_SONSTIGES, DATEIFORMATE } from '../codes.js';
import { descend, placeOf, textOf } from '../read/xml-node.js';
import type { Rule, RuleContext } from './rule.js';

/** The Dateiformat is on the list, which the schema does not enumerate, and "Sonstiges" says which format it is. */
export function dateiformatRule({ report }: RuleContext): Rule {
  return {
    on: {
      Format: (node) => {
        const code = descend(node, 'Name', 'code');
        const found = code?.text.trim() ?? '';
        if (code !== undefined && !DATEIFORMATE.has(found)) report.add('file.dateiformat', placeOf(code), { found });
        const isUnnamed = found === DATEIFORMAT_SONSTIGES && (textOf(node, 'SonstigerName') ?? '') === '';
        if (isUnnamed) report.add('file.sonstigerName', placeOf(node));
      },
    },
  };
}
