import { descend, placeOf, textOf } from '../read/xml-node.js';
import type { Rule, RuleContext } from './rule.js';

/** No period ends before it begins (Laufzeit of records, Gueltigkeit in the Aktenplan). */
export function laufzeitRule({ report }: RuleContext): Rule {
  return {
    on: {
      Zeitraum: (node) => {
        const beginn = textOf(node, 'Beginn') ?? '';
        const ende = textOf(node, 'Ende') ?? '';
        // Calendar days compare as text; a zone behind the day does not move it in law.
        if (beginn === '' || ende === '' || ende.slice(0, 10) >= beginn.slice(0, 10)) return;
        report.add('record.laufzeit', placeOf(descend(node, 'Ende') ?? node), { beginn, ende });
      },
    },
  };
}
