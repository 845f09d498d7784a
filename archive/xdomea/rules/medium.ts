import { placeOf, textOf } from '../read/xml-node.js';
import { isAkteOrVorgang, isOnPaper, isRoot, type RecordScope } from './record-scope.js';
import type { Rule, RuleContext } from './rule.js';

/** Electronic records come with their files; records on paper say where they stand. */
export function mediumRule({ report }: RuleContext): Rule {
  return {
    record: (record) => {
      if (isOnPaper(record)) {
        if (lacksStandort(record)) report.add('record.standortMissing', placeOf(record.node));
      } else if (lacksFiles(record)) {
        report.add('record.primaerdokumentMissing', placeOf(record.node));
      }
    },
  };
}

/** In 3.x only an Akte has a place for the Standort. */
function lacksStandort({ node }: RecordScope): boolean {
  const says = textOf(node, 'AllgemeineMetadaten', 'Medium');
  return node.type === 'Akte' && says !== undefined && (textOf(node, 'Standort') ?? '') === '';
}

function lacksFiles(record: RecordScope): boolean {
  if (record.primaerdokumente > 0) return false;
  if (record.kind === 'Dokument' || record.kind === 'Anschreiben') return true;
  // Said once: where a Dokument lacks its file, that Dokument is named, not the records around it.
  return isRoot(record) && isAkteOrVorgang(record) && record.dokumente === 0;
}
