import { read0503, type ObjectSummary } from '../../archive/xdomea/read-0503.js';
import type { Day } from '../contract/views.js';
import type { Fault } from './fault.js';
import { COLUMNS, judgeRecords, type Column, type Manifest } from './manifest.js';

/**
 * A message 0503 as the lines of a manifest: one for each file, so that none is lost. The first file of a Dokument is the
 * Dokument, each further one (an older version, a rendition, a signature) an Anlage that says so.
 */
export async function xdomeaManifest(xml: Uint8Array, today: Day): Promise<Manifest> {
  const { objects, findings } = await read0503([xml]);
  const faults = findings
    .filter(({ severity }) => severity === 'error')
    .map(({ line, path, de, en, remedy }): Fault => {
      const rejection = { kind: 'rejection', code: 'import.unreadable', status: 422, reasons: [] } as const;
      return { line: line ?? 0, field: path, rejection: { ...rejection, message: { de, en }, remedy } };
    });
  if (faults.length > 0) return { lines: [], faults, count: objects.length };
  const byId = new Map(objects.map((object) => [object.id, object]));
  const above = (object: ObjectSummary, kinds: readonly string[]): ObjectSummary | undefined => {
    const parent = object.parentId === undefined ? undefined : byId.get(object.parentId);
    return !parent || kinds.includes(parent.kind) ? parent : above(parent, kinds);
  };
  const records = objects.flatMap((object) => {
    if (object.dateinamen.length === 0) return [];
    const vorgang = above(object, ['Vorgang', 'Teilvorgang']);
    const akte = above(object, ['Akte', 'Teilakte']) ?? vorgang;
    return object.dateinamen.map((file, index) => {
      const values: Readonly<Record<Column, string>> = {
        akte: akte ? nameOf(akte) : '',
        aktenplan: [akte, vorgang].find((each) => each?.aktenplaneinheit)?.aktenplaneinheit ?? '',
        akte_betreff: akte?.betreff ?? '',
        // Dokumente directly in the Akte get a Vorgang of their own.
        vorgang: vorgang ? nameOf(vorgang) : '-',
        vorgang_betreff: (vorgang ?? akte)?.betreff ?? '',
        dokument_betreff: index === 0 ? object.betreff : `${object.betreff} (${file})`,
        dokument_art: object.kind === 'Anlage' || index > 0 ? 'anlage' : 'eingang',
        dokument_datum: object.datumDesSchreibens,
        datei: file,
        sha256: '',
      };
      return { line: object.line, values: COLUMNS.map((column) => values[column]) };
    });
  });
  return judgeRecords(COLUMNS, records, today);
}

function nameOf({ kennzeichen, id }: ObjectSummary): string {
  return kennzeichen || id;
}
