import { isUuid } from '../names.js';
import { owned, pathOf, placeOf, type XmlNode } from '../read/xml-node.js';
import type { Rule, RuleContext } from './rule.js';

/**
 * Every id is a UUID and belongs to one object only; else the archive's decisions (0502) and receipts (0506) would hit
 * the wrong one. Case does not count. References (Verweis) repeat ids by design.
 */
export function idsRule({ report }: RuleContext): Rule {
  const owners = new Map<string, string>();
  return {
    on: {
      uuid: (node) => {
        // Not trimmed: to the schema, white space around a UUID is part of it.
        const id = owned(node.text);
        if (!isUuid(id)) return report.add('record.uuid', placeOf(node), { found: id });
        if (node.parent?.type !== 'IdentifikationObjekt') return;
        const first = owners.get(id.toLowerCase());
        if (first === undefined) owners.set(id.toLowerCase(), ownerOf(node));
        else report.add('record.duplicateId', placeOf(node), { id, first });
      },
    },
  };
}

function ownerOf(id: XmlNode): string {
  return pathOf(id.parent?.parent ?? id);
}
