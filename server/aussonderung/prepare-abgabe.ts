import { createHash } from 'node:crypto';
import { PassThrough } from 'node:stream';
import type { CheckedMessage } from '../../archive/package/checked-message.js';
import { writePackage, type PackageFile } from '../../archive/package/write-package.js';
import type { SchemaCheck } from '../../archive/xdomea/schema-check.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { ActRunner } from '../platform/act-runner.js';
import type { Asker } from '../platform/act.js';
import type { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import type { ArchivePartner, SendingSystem } from './archive-partner.js';
import { composeAbgabe, packageFiles, refuseMessage } from './compose-abgabe.js';
import { digestFiles } from './digest-files.js';
import { refuseSelection } from './select-vorgaenge.js';
import { loadTransferRecords } from './transfer-records.store.js';
import { versionsOf, type TransferRecords } from './transfer-records.js';

export interface AbgabeParts {
  readonly runner: ActRunner;
  readonly objects: ObjectStore;
  readonly clock: Clock;
  readonly partner: ArchivePartner;
  readonly system: SendingSystem;
  /** Where an administrator has set a schema directory. */
  readonly schemaCheck?: SchemaCheck;
}

/** A package that lies in the object store and that no row refers to yet. */
export interface PreparedAbgabe {
  /** ProzessID of the message and id of the Aussonderung. */
  readonly id: Id;
  readonly vorgangIds: readonly Id[];
  readonly fileName: string;
  readonly sha256: string;
  readonly sha512: string;
  readonly size: number;
  /** Of everything that went into the message; the act compares it with what the database says by then. */
  readonly fingerprint: string;
}

/**
 * Makes the package of an Abgabe outside any transaction: reads the records in a short one, checks every file, builds
 * and judges the message, packs and stores. Nothing is changed; a package that nobody refers to is swept after a day.
 * @returns the package, or everything that stands against it
 */
export async function prepareAbgabe(
  parts: AbgabeParts,
  asker: Asker,
  selection: readonly Id[],
): Promise<PreparedAbgabe | Rejection> {
  const vorgangIds = [...new Set(selection.map((id) => id.toLowerCase()))];
  const records = await parts.runner.transaction(asker, async (tx) => {
    tx.require('aussonderung.transfer');
    const loaded = await loadTransferRecords(tx, vorgangIds);
    return refuseSelection(loaded, vorgangIds, tx.clock.today()) ?? loaded;
  });
  if (isRejection(records)) return records;
  const digests = await digestFiles(parts.objects, versionsOf(records));
  if (Array.isArray(digests)) return reject('aussonderung.filesDamaged', { count: digests.length }, digests);
  const { partner, system } = parts;
  const frame = { prozessId: newId(), createdAt: parts.clock.now(), partner, system };
  const message = await composeAbgabe(records, frame, parts.schemaCheck);
  if (message.kind === 'refused') return refuseMessage(message.findings);
  const stored = await storePackage(parts.objects, message, packageFiles(parts.objects, records, digests));
  if (isRejection(stored)) return stored;
  const fingerprint = fingerprintOf(records);
  return { id: frame.prozessId, vorgangIds, fileName: message.containerName, fingerprint, ...stored };
}

/** Equal exactly when everything that goes into a message is equal, down to the versions and the history. */
export function fingerprintOf(records: TransferRecords): string {
  return createHash('sha256').update(JSON.stringify(records)).digest('hex');
}

/** Packs into the store, piece by piece: neither the package nor a file is ever whole in memory. */
async function storePackage(
  objects: ObjectStore,
  message: CheckedMessage,
  files: readonly PackageFile[],
): Promise<{ sha256: string; sha512: string; size: number } | Rejection> {
  const channel = new PassThrough();
  // A store that refuses or fails stops reading; the packer would wait for ever for room in the channel.
  const storing = objects.put(channel).then(
    (object) => {
      if (isRejection(object)) channel.destroy();
      return object;
    },
    (error: unknown) => {
      channel.destroy();
      throw error;
    },
  );
  const [packed, object] = await Promise.allSettled([writePackage({ message, files }, channel), storing]);
  const written = packed.status === 'fulfilled' ? packed.value : packed;
  // When one end fails, the other fails because of it: the cause is told, not the consequence.
  if ('kind' in written && written.kind === 'finding') return refuseMessage([written]);
  if (object.status === 'rejected') throw object.reason;
  if (isRejection(object.value)) return object.value;
  if ('reason' in written) throw written.reason;
  return { sha256: object.value.sha256, size: object.value.size, sha512: written.sha512 };
}
