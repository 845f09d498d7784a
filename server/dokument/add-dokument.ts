import { lockOpenVorgang } from '../akte/lock-open-vorgang.js';
import { isRejection, type Rejection } from '../contract/rejections.js';
import type { DokumentArt, DokumentState } from '../contract/dokument-views.js';
import type { Day, Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import type { StoredFile } from '../platform/http/routes.js';
import { authorOf } from '../platform/transaction.js';
import { insertDokument, insertVersion } from './dokument.store.js';

export interface AddDokumentInput {
  /** Absent: a new one. Whoever may be repeated gives the id that it gave before. */
  readonly id?: Id;
  readonly vorgangId: Id;
  readonly parentId: Id | null;
  readonly betreff: string;
  readonly art: DokumentArt;
  readonly state: DokumentState;
  readonly date: Day | null;
  readonly eingangId: Id | null;
  /** Bytes that are already in the object store. */
  readonly file: StoredFile;
  readonly signatures: readonly { de: string; en: string }[];
  /** Who has ordered what the system now makes, in many pieces; absent: whoever acts. */
  readonly author?: { readonly id: Id; readonly name: string };
}

/** Adds a Dokument with its first version to an open Vorgang. */
export const addDokument = systemAct(
  'dokument.addDokument',
  async (tx, input: AddDokumentInput): Promise<{ dokumentId: Id } | Rejection> => {
    const vorgang = await lockOpenVorgang(tx, input.vorgangId);
    if (isRejection(vorgang)) return vorgang;
    const { id: dokumentId = newId() } = input;
    const common = {
      mandantId: tx.mandantId,
      createdAt: tx.clock.now(),
      createdBy: input.author?.name ?? authorOf(tx.actor),
    };
    const { file, signatures, author, ...dokument } = input;
    const createdById = author?.id ?? (tx.actor.kind === 'person' ? tx.actor.id : null);
    await insertDokument(tx, { ...dokument, ...common, createdById, id: dokumentId });
    await insertVersion(tx, { ...common, id: newId(), dokumentId, nummer: 1, file, signatures, comment: '' });
    tx.protokoll({
      objectKind: 'vorgang',
      objectId: vorgang.id,
      payload: {
        dokumentId,
        sha256: file.sha256,
        size: file.size,
        text: { de: `Dokument „${input.betreff}“ abgelegt`, en: `Document “${input.betreff}” filed` },
      },
    });
    tx.changed('vorgang', vorgang.id);
    return { dokumentId };
  },
);
