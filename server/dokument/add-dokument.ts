import { lockOpenVorgang } from '../akte/lock-open-vorgang.js';
import { isRejection, type Rejection } from '../contract/rejections.js';
import type { DokumentArt, DokumentState } from '../contract/dokument-views.js';
import type { Day, Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import type { StoredFile } from '../platform/http/routes.js';
import { authorOf, type Transaction } from '../platform/transaction.js';
import { insertDokumente } from './dokument.store.js';

/** A Dokument to be added to a Vorgang. */
export interface DokumentToAdd {
  /** Absent: a new one. Whoever may be repeated gives the id that it gave before. */
  readonly id?: Id;
  readonly parentId: Id | null;
  readonly betreff: string;
  readonly art: DokumentArt;
  readonly state: DokumentState;
  readonly date: Day | null;
  readonly eingangId: Id | null;
  /** Bytes that are already in the object store. */
  readonly file: StoredFile;
  readonly signatures: readonly { de: string; en: string }[];
  /** Who has ordered what the system now makes, or has written it in another Mandant (no id); absent: whoever acts. */
  readonly author?: { readonly id: Id | null; readonly name: string };
}

export interface AddDokumentInput extends DokumentToAdd {
  readonly vorgangId: Id;
}

/** Adds a Dokument with its first version to an open Vorgang. */
export const addDokument = systemAct(
  'dokument.addDokument',
  async (tx, { vorgangId, ...dokument }: AddDokumentInput): Promise<{ dokumentId: Id } | Rejection> => {
    const { id: dokumentId = newId() } = dokument;
    return (await addAll(tx, vorgangId, [{ ...dokument, id: dokumentId }])) ?? { dokumentId };
  },
);

/** Adds Dokumente in the order of the register, each as the act above does: a hundred take as many statements as one. */
export function addDokumente(
  tx: Transaction,
  vorgangId: Id,
  dokumente: readonly DokumentToAdd[],
): Promise<Rejection | null> {
  return addAll(tx.under(addDokument.act), vorgangId, dokumente);
}

async function addAll(tx: Transaction, vorgangId: Id, dokumente: readonly DokumentToAdd[]): Promise<Rejection | null> {
  const vorgang = await lockOpenVorgang(tx, vorgangId);
  if (isRejection(vorgang)) return vorgang;
  const actorId = tx.actor.kind === 'person' ? tx.actor.id : null;
  const added = dokumente.map(({ id = newId(), author, ...dokument }) => {
    const { name, id: authorId } = author ?? { name: authorOf(tx.actor), id: actorId };
    return { ...dokument, id, createdBy: name, createdById: authorId };
  });
  await insertDokumente(tx, vorgangId, added, tx.clock.now());
  for (const { id: dokumentId, betreff, file } of added) {
    tx.protokoll({
      objectKind: 'vorgang',
      objectId: vorgang.id,
      payload: {
        ...{ dokumentId, sha256: file.sha256, size: file.size },
        text: { de: `Dokument „${betreff}“ abgelegt`, en: `Document “${betreff}” filed` },
      },
    });
  }
  tx.changed('vorgang', vorgang.id);
  return null;
}
