import type { Place } from '../../findings/finding.js';
import { uuidOfDateiname } from '../names.js';
import { owned, placeOf, type XmlNode } from '../read/xml-node.js';
import type { Rule, RuleContext } from './rule.js';

// Longest name on ext4, NTFS (there in UTF-16 units) and HFS+; x-man's host unpacks onto one of them.
const LONGEST_NAME = 255;

/**
 * The metadata name exactly the files that come along, each once, with content and under a name that every system can
 * store. A file that nobody names is lost in the archive, and x-man takes it in silence.
 */
export function filesRule({ report, container }: RuleContext): Rule {
  const entries = new Map(container.entries.map((entry) => [entry.name, entry]));
  // Places, not nodes: a node would keep its whole Dokument in memory until the end.
  const named = new Map<string, Place>();
  const objectIds = new Set<string>();

  const judgeName = (node: XmlNode) => {
    const name = owned(node.text);
    const bytes = Buffer.byteLength(name);
    if (bytes > LONGEST_NAME) report.add('file.nameTooLong', placeOf(node), { found: bytes });
    if (uuidOfDateiname(name) === undefined) report.add('file.name', placeOf(node), { found: name });
    if (named.has(name)) return report.add('file.shared', placeOf(node), { name });
    named.set(name, placeOf(node));
    const entry = entries.get(name);
    if (entry === undefined) report.add('file.missing', placeOf(node), { name });
    else if (entry.size === 0) report.add('file.empty', placeOf(node), { name });
  };

  return {
    on: {
      dateiname: judgeName,
      IdentifikationObjekt: (node) => {
        for (const child of node.children)
          if (child.name === 'ID') objectIds.add(owned(child.text.trim().toLowerCase()));
      },
    },
    end: () => {
      for (const [name, place] of named) {
        const id = uuidOfDateiname(name);
        if (id !== undefined && objectIds.has(id)) report.add('file.uuidOfObject', place, { id });
      }
      for (const name of entries.keys()) {
        const isKnown = named.has(name) || name === container.messageName;
        if (!isKnown) report.add('file.unlisted', { path: name }, { name });
      }
    },
  };
}
