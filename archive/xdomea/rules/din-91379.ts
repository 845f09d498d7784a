import { codePointName, outsideDin91379 } from '../din-91379.js';
import { placeOf, type XmlNode } from '../read/xml-node.js';
import type { Rule, RuleContext } from './rule.js';

/** Text for people uses the characters of DIN 91379, in NFC, so that every authority can show, print and search it. */
export function din91379Rule({ report, options }: RuleContext): Rule {
  const code = options.outsideDin91379 === 'refuse' ? 'record.din91379' : 'record.din91379Warning';
  const judge = (node: XmlNode) => {
    const outside = outsideDin91379(node.text);
    if (outside === undefined) return;
    report.add(code, placeOf(node), { character: `${outside} (${codePointName(outside)})`, found: node.text });
  };
  return { on: { string: judge, normalizedString: judge, dateiname: judge } };
}
