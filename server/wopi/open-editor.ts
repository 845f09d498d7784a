import { z } from 'zod';
import type { EditorServer } from '../../connectors/api/editor-server.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { changeObstacles, refusalOf } from '../dokument/dokument.js';
import { currentVersion } from '../dokument/dokument.queries.js';
import { lockDokumentForChange, type LockedDokument } from '../dokument/lock-dokument.js';
import { preparedAct, type Asker } from '../platform/act.js';
import type { ActRunner } from '../platform/act-runner.js';
import { newId } from '../platform/ids.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import { extensionOf, TOKEN_MILLISECONDS } from './wopi.js';
import { findLock, insertAccess } from './wopi.store.js';

const input = z.object({ dokumentId: z.uuid(), tokenHash: z.string().regex(/^[0-9a-f]{64}$/) });

export interface EditorParts {
  readonly runner: Pick<ActRunner, 'transaction'>;
  /** null: none is set up. */
  readonly editor: EditorServer | null;
  /** Address under which the editor server reaches us. */
  readonly hostUrl: string;
}

interface Prepared {
  readonly dokumentId: Id;
  readonly tokenHash: string;
  readonly address: string;
}

/**
 * Lets an editor server open a Dokument for a person. The page has made the token and sends us its hash, so that neither
 * the answer nor a log of ours holds it. Nothing is checked out yet: that is the lock, which the editor server takes when it
 * has read the bytes.
 */
export function createOpenEditor(parts: EditorParts) {
  return preparedAct(
    'wopi.openEditor',
    input,
    async (asker, { dokumentId, tokenHash }): Promise<Prepared | Rejection> => {
      const address = await editorAddress(parts, asker, dokumentId);
      return isRejection(address) ? address : { dokumentId, tokenHash, address };
    },
    async (tx, { dokumentId, tokenHash, address }) => {
      const { id: personId, sessionId } = personOf(tx);
      if (sessionId === undefined) return reject('wopi.pageOnly');
      const locked = await lockDokumentToEdit(tx, dokumentId);
      if (isRejection(locked)) return locked;
      const createdAt = tx.clock.now();
      const expiresAt = new Date(createdAt.getTime() + TOKEN_MILLISECONDS);
      const access = { id: newId(), mandantId: tx.mandantId, personId, dokumentId, sessionId, createdAt, expiresAt };
      const kept = await insertAccess(tx, { ...access, tokenHash: Buffer.from(tokenHash, 'hex') });
      if (!kept) return reject('wopi.tokenUsed');
      const { betreff } = locked.dokument;
      tx.protokoll({
        objectKind: 'vorgang',
        objectId: locked.vorgang.id,
        payload: {
          dokumentId,
          text: { de: `„${betreff}“ im Browser geöffnet`, en: `“${betreff}” opened in the browser` },
        },
      });
      return { address, expiresAt: expiresAt.toISOString() };
    },
  );
}

/**
 * A Dokument that may be edited in the browser, locked: a draft in the register of an open Vorgang, checked out by nobody,
 * or by an editor server, in which several people work together.
 */
export async function lockDokumentToEdit(tx: Transaction, dokumentId: Id): Promise<LockedDokument | Rejection> {
  tx.require('dokument.write');
  const locked = await lockDokumentForChange(tx, dokumentId);
  if (isRejection(locked)) return locked;
  const { dokument } = locked;
  const lock = dokument.checkout && (await findLock(tx, dokumentId));
  const together = lock?.checkoutId === dokument.checkout?.id;
  const refused = refusalOf(dokument, changeObstacles(together ? { ...dokument, checkout: null } : dokument));
  return refused ?? locked;
}

async function editorAddress(
  { runner, editor, hostUrl }: EditorParts,
  asker: Asker,
  dokumentId: Id,
): Promise<string | Rejection> {
  const version = await runner.transaction(asker, async (tx) => {
    tx.require('dokument.write');
    return (await currentVersion(tx, dokumentId)) ?? reject('platform.notFound');
  });
  if (isRejection(version)) return version;
  if (!editor) return reject('wopi.notConfigured');
  const discovery = await editor.discover();
  if (!discovery) return reject('wopi.editorAway');
  const found = extensionOf(version.file.name);
  const editorUrl = discovery.editors.get(found);
  if (editorUrl === undefined) {
    const expected = [...discovery.editors.keys()].sort().join(', ');
    return reject('wopi.otherType', { expected, found: found === '' ? version.file.name : found });
  }
  const address = new URL(editorUrl);
  address.searchParams.set('WOPISrc', `${hostUrl}/wopi/files/${dokumentId}`);
  return address.href;
}
