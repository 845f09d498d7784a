import { descend, placeOf, textOf } from '../read/xml-node.js';
import { isAkteOrVorgang } from './record-scope.js';
import type { Rule, RuleContext } from './rule.js';

/** Every Akte and Vorgang says what it is about; a Dokument should, and never with an empty line. */
export function betreffRule({ report }: RuleContext): Rule {
  return {
    record: (record) => {
      const betreff = textOf(record.node, 'AllgemeineMetadaten', 'Betreff');
      const at = placeOf(descend(record.node, 'AllgemeineMetadaten', 'Betreff') ?? record.node);
      if (betreff === '' || (betreff === undefined && isAkteOrVorgang(record))) report.add('record.betreffEmpty', at);
      else if (betreff === undefined && record.kind === 'Dokument') report.add('record.betreffMissing', at);
    },
  };
}
