import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import type { ActContext, ActRunner } from '../platform/act-runner.js';
import { personOf } from '../platform/transaction.js';
import { lockDokumentToEdit } from './open-editor.js';
import { contentOf, type EditedContent } from './wopi.store.js';

/** `CheckFileInfo`: what an editor server has to know. The names are those of the WOPI reference. */
export interface FileDescription {
  readonly BaseFileName: string;
  readonly OwnerId: string;
  readonly Size: number;
  readonly UserId: string;
  readonly UserFriendlyName: string;
  readonly Version: string;
  readonly SHA256: string;
  readonly LastModifiedTime: string;
  readonly UserCanWrite: boolean;
  readonly ReadOnly: boolean;
  readonly UserCanNotWriteRelative: true;
  readonly UserCanRename: false;
  readonly SupportsUpdate: true;
  readonly SupportsLocks: true;
  readonly SupportsGetLock: true;
  readonly SupportsExtendedLockLength: true;
  readonly SupportsRename: false;
  readonly SupportsDeleteFile: false;
  readonly BreadcrumbBrandName: string;
  readonly BreadcrumbFolderName: string;
  readonly PostMessageOrigin: string;
  readonly LicenseCheckForEditIsEnabled: true;
}

export interface DescribeParts {
  readonly runner: Pick<ActRunner, 'transaction'>;
  /** Origin of our page, which the editor tells that it is closed. */
  readonly pageOrigin: string;
}

/** Bytes that the person may read, as they stand in the editor. */
export async function readContent(
  { runner }: Pick<DescribeParts, 'runner'>,
  who: ActContext,
  dokumentId: Id,
): Promise<EditedContent | Rejection> {
  return runner.transaction(who, async (tx) => {
    tx.require('akte.read');
    await tx.requireRight('read', 'dokument', dokumentId);
    return (await tx.asSystem((all) => contentOf(all, dokumentId))) ?? reject('platform.notFound');
  });
}

export async function describeFile(
  parts: DescribeParts,
  who: ActContext,
  dokumentId: Id,
): Promise<FileDescription | Rejection> {
  const content = await readContent(parts, who, dokumentId);
  if (isRejection(content)) return content;
  // Asked anew each time: final, z. d. A., taken over, or the right withdrawn: then it can only be read.
  const writable = !isRejection(await parts.runner.transaction(who, (tx) => lockDokumentToEdit(tx, dokumentId)));
  const { file, aktenzeichen } = content;
  const person = personOf(who);
  return {
    BaseFileName: file.name,
    OwnerId: content.createdById ?? 'laufmappe',
    Size: file.size,
    UserId: person.id,
    UserFriendlyName: person.name,
    Version: versionOf(content),
    SHA256: Buffer.from(file.sha256, 'hex').toString('base64'),
    LastModifiedTime: content.changedAt.toISOString(),
    UserCanWrite: writable,
    ReadOnly: !writable,
    UserCanNotWriteRelative: true,
    UserCanRename: false,
    SupportsUpdate: true,
    SupportsLocks: true,
    SupportsGetLock: true,
    SupportsExtendedLockLength: true,
    SupportsRename: false,
    SupportsDeleteFile: false,
    BreadcrumbBrandName: 'Laufmappe',
    BreadcrumbFolderName: aktenzeichen,
    PostMessageOrigin: parts.pageOrigin,
    LicenseCheckForEditIsEnabled: true,
  };
}

/** The number of the version, and behind it which of the drafts since then. */
export function versionOf({ nummer, kind, file }: EditedContent): string {
  return kind === 'version' ? String(nummer) : `${nummer}.${file.sha256.slice(0, 12)}`;
}
