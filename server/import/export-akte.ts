import { safeName } from '../../connectors/api/safe-name.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { Download } from '../platform/http/routes.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import type { Queries } from '../platform/postgres/database.js';
import { packAkte, type PackedRow } from './pack-akte.js';

/**
 * An Akte as the ZIP that the import reads: what the person may see of it, each Dokument in its latest version, in the
 * order of the register.
 */
export async function exportAkte(
  queries: Queries,
  objects: Pick<ObjectStore, 'get'>,
  akteId: Id,
): Promise<Download | Rejection> {
  const rows = await queries.query<PackedRow>(
    `SELECT a.aktenzeichen AS akte, e.kennzeichen, a.betreff AS "akteBetreff", g.aktenzeichen AS vorgang,
            g.betreff AS "vorgangBetreff", d.betreff, d.art, d.dokument_date AS date, v.file_name AS "fileName", v.sha256
       FROM akte a JOIN aktenplaneinheit e ON e.id = a.aktenplaneinheit_id JOIN vorgang g ON g.akte_id = a.id
       JOIN dokument d ON d.vorgang_id = g.id AND d.place = 'register' AND d.state <> 'verworfen'
       JOIN LATERAL (SELECT file_name, sha256 FROM dokument_version WHERE dokument_id = d.id
                      ORDER BY nummer DESC LIMIT 1) v ON true
      WHERE a.id = $1 ORDER BY length(g.aktenzeichen), g.aktenzeichen, d.nummer`,
    [akteId],
  );
  const [first] = rows;
  if (!first) return reject('platform.notFound');
  return {
    name: `${safeName(first.akte.replaceAll('/', '_'), 'Akte')}.zip`,
    mime: 'application/zip',
    pieces: packAkte(rows, objects),
  };
}
