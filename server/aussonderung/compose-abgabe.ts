import type { Finding } from '../../archive/findings/finding.js';
import type { CheckedMessage, Refused } from '../../archive/package/checked-message.js';
import type { PackageFile } from '../../archive/package/write-package.js';
import { compose0503 } from '../../archive/xdomea/compose-0503.js';
import type { SchemaCheck } from '../../archive/xdomea/schema-check.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import { build0503, type MessageFrame } from './build-0503.js';
import { dateinameOf } from './build-dokument.js';
import type { FileDigests } from './digest-files.js';
import { lazily } from './lazy-stream.js';
import { versionsOf, type TransferRecords } from './transfer-records.js';

/** Builds the message and judges it: by our own rules always, by the schema where an administrator has set one. */
export function composeAbgabe(
  records: TransferRecords,
  frame: MessageFrame,
  schemaCheck: SchemaCheck | undefined,
): Promise<CheckedMessage | Refused> {
  const entries = versionsOf(records).map((version) => ({ name: dateinameOf(version), size: version.size }));
  return compose0503(build0503(records, frame), entries, {
    now: frame.createdAt,
    outsideDin91379: frame.partner.outsideDin91379,
    ...(schemaCheck && { schemaCheck }),
  });
}

/** The files that go along, each under its own UUID, opened when its turn has come. */
export function packageFiles(objects: ObjectStore, records: TransferRecords, digests: FileDigests): PackageFile[] {
  return versionsOf(records).map((version) => {
    const sha512 = digests.get(version.sha256);
    if (!sha512) throw new Error('A file without a digest');
    return { name: dateinameOf(version), sha512, open: () => lazily(() => objects.get(version.sha256)) };
  });
}

/** Findings of the packing code as one refusal of ours. Warnings stay out: they block nothing. */
export function refuseMessage(findings: readonly Finding[]): Rejection {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const reasons = errors.map(({ path, de, en, remedy }) =>
    reject('aussonderung.finding', { de, en, at: path, remedyDe: remedy.de, remedyEn: remedy.en }),
  );
  return reject('aussonderung.messageInvalid', { count: errors.length }, reasons);
}
