import type { AnnotationView, LayersView, ReceiptStamp } from '../contract/annotation-views.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { permits } from '../platform/permits.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { draftedMarks } from '../schwaerzung/schwaerzung.queries.js';
import { MOST_ANNOTATIONS } from './annotation.js';
import { REMOVES_ALL } from './lock-annotation.js';

interface Version {
  readonly mime: string;
  readonly aktenzeichen: string;
  /** Of the Eingang that it came with; the bytes that came are its first version. */
  readonly receivedAt: Date | null;
  readonly channel: ReceiptStamp['channel'] | null;
  /** Whether the person may change what lies in the Vorgang now. */
  readonly open: boolean;
}

type Row = Omit<AnnotationView, 'createdAt' | 'changedAt' | 'may'> & {
  readonly authorId: Id;
  readonly createdAt: Date;
  readonly changedAt: Date | null;
};

/** What lies over the pages of one version, and what whoever asks may do with it. */
export async function loadLayers(tx: Transaction, dokumentId: Id, nummer: number): Promise<LayersView | Rejection> {
  const [version] = await tx.query<Version>(
    `SELECT s.mime, v.aktenzeichen, e.received_at AS "receivedAt", e.channel, v.state = 'offen' AND d.place = 'register' AND coalesce(right_on('vorgang', v.id), 0) >= 6 AS open
       FROM dokument d JOIN vorgang v ON v.id = d.vorgang_id JOIN dokument_version s ON s.dokument_id = d.id
       LEFT JOIN eingang e ON e.id = d.eingang_id AND d.art IN ('eingang', 'anlage') AND s.nummer = 1
      WHERE d.id = $1 AND s.nummer = $2 AND d.place <> 'deleted'`,
    [dokumentId, nummer],
  );
  if (!version) return reject('platform.notFound');
  const rows = await tx.query<Row>(
    `SELECT a.id, a.version, s.nummer, a.page, a.kind, a.boxes, a.text, p.name AS author, a.author_id AS "authorId",
            a.created_at AS "createdAt", a.changed_at AS "changedAt"
       FROM annotation a JOIN dokument_version s ON s.id = a.dokument_version_id JOIN person p ON p.id = a.author_id
      WHERE a.dokument_id = $1 AND a.removed_at IS NULL ORDER BY s.nummer DESC, a.page, a.created_at, a.id
      LIMIT ${MOST_ANNOTATIONS}`,
    [dokumentId],
  );
  const writes = version.open && permits(tx.actor, 'annotation.write');
  const reach = writes && permits(tx.actor, REMOVES_ALL) ? 'all' : 'own';
  const { id: personId } = personOf(tx);
  const shown = rows.map(({ authorId, createdAt, changedAt, ...row }): AnnotationView => {
    const edit = writes && authorId === personId;
    return {
      ...row,
      createdAt: createdAt.toISOString(),
      changedAt: changedAt?.toISOString() ?? null,
      may: { edit, remove: edit || reach === 'all' },
    };
  });
  return {
    annotations: shown.filter((one) => one.nummer === nummer),
    elsewhere: shown.filter((one) => one.nummer !== nummer),
    mayAdd: writes && version.mime === 'application/pdf',
    redactions: permits(tx.actor, 'dokument.write') ? await draftedMarks(tx, dokumentId, nummer) : [],
    receipt: receiptOf(version),
  };
}

function receiptOf({ receivedAt, channel, aktenzeichen }: Version): ReceiptStamp | null {
  return receivedAt && channel && { receivedAt: receivedAt.toISOString(), channel, aktenzeichen };
}
