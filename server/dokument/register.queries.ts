import type { CheckoutView, DokumentView, VersionView } from '../contract/dokument-views.js';
import type { Id, Instant } from '../contract/views.js';
import type { Queries } from '../platform/postgres/database.js';

type VersionRow = Omit<VersionView, 'file' | 'createdAt'> & {
  createdAt: Instant;
  fileName: string;
  mime: string;
  size: number;
};

/** Every Dokument of a Vorgang with its versions, oldest first. */
export async function loadRegister(queries: Queries, vorgangId: Id): Promise<DokumentView[]> {
  const rows = await queries.query<
    Omit<DokumentView, 'versions' | 'createdAt' | 'checkout'> & {
      createdAt: Date;
      versions: VersionRow[];
      checkout: CheckoutView | null;
    }
  >(
    `SELECT d.id, d.nummer, d.betreff, d.art, d.state, d.dokument_date AS date, d.created_at AS "createdAt",
            d.created_by AS "createdBy", d.parent_id AS "parentId", d.version,
            (SELECT json_agg(json_build_object('nummer', s.nummer, 'createdAt', s.created_at, 'createdBy', s.created_by,
                       'sha256', s.sha256, 'signatures', s.signatures, 'comment', s.comment, 'fileName', s.file_name, 'mime', s.mime,
                       'size', s.size) ORDER BY s.nummer)
               FROM dokument_version s WHERE s.dokument_id = d.id) AS versions,
            (SELECT json_build_object('personId', p.id, 'person', p.name, 'since', c.since,
                       'inEditor', EXISTS (SELECT FROM wopi_lock l WHERE l.checkout_id = c.id))
               FROM dokument_checkout c JOIN person p ON p.id = c.person_id
              WHERE c.dokument_id = d.id AND c.ended_at IS NULL) AS "checkout",
            CASE WHEN EXISTS (SELECT FROM dokument_version s
                               WHERE s.dokument_id = d.id AND s.mime IN ('application/xml', 'text/xml'))
                 THEN e.examination -> 'rechnung' END AS rechnung
       FROM dokument d LEFT JOIN eingang e ON e.id = d.eingang_id
      WHERE d.vorgang_id = $1 AND d.place = 'register' ORDER BY d.nummer`,
    [vorgangId],
  );
  return rows.map(({ versions, createdAt, checkout, ...dokument }) => ({
    ...dokument,
    checkout: checkout && { ...checkout, since: new Date(checkout.since).toISOString() },
    createdAt: createdAt.toISOString(),
    versions: versions.map((version) => versionView(dokument.id, version)),
  }));
}

/** Where the bytes of a version are; also the route in `dokument.http.ts`. */
export function versionUrl(dokumentId: Id, nummer: number): string {
  return `/api/dokumente/${dokumentId}/versionen/${nummer}`;
}

function versionView(dokumentId: Id, { fileName, mime, size, ...version }: VersionRow): VersionView {
  return {
    ...version,
    createdAt: new Date(version.createdAt).toISOString(),
    file: { name: fileName, mime, size, url: versionUrl(dokumentId, version.nummer), text: null },
  };
}
