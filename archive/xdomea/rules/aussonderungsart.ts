import { descend, placeOf } from '../read/xml-node.js';
import { isAkteOrVorgang, isRoot, type RecordScope } from './record-scope.js';
import type { Rule, RuleContext } from './rule.js';

/**
 * A 0503 hands over what is archivwürdig (A) and nothing else. The standard makes the metadata mandatory by a hint only;
 * parts inherit from the object handed over, and a single Dokument has no place for them.
 */
export function aussonderungsartRule({ report }: RuleContext): Rule {
  return {
    record: (record) => {
      if (!isAkteOrVorgang(record)) return;
      const code = descend(record.node, ...ART, 'Aussonderungsart', 'code');
      const configured = descend(record.node, ...ART, 'AussonderungsartKonfigurierbar');
      if (code !== undefined && code.text.trim() !== 'A') {
        report.add('record.aussonderungsart', placeOf(code), { found: code.text.trim() });
      }
      if (configured !== undefined) {
        report.add('record.aussonderungsartKonfigurierbar', placeOf(configured), { found: configured.text });
      }
      if (isRoot(record) && !saysArt(record)) {
        report.add('record.archivspezifischeMetadatenMissing', placeOf(record.node));
      }
    },
  };
}

const ART = ['ArchivspezifischeMetadaten', 'Aussonderungsart'] as const;

function saysArt(record: RecordScope): boolean {
  return (descend(record.node, ...ART)?.children.length ?? 0) > 0;
}
