import { UnwritableText } from '../../archive/xdomea/write/xml.js';
import { write0503 } from '../../archive/xdomea/write-0503.js';
import { stemOf } from '../../archive/xdomea/names.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { AussonderungPreview } from '../contract/aussonderung-views.js';
import type { Id } from '../contract/views.js';
import { newId } from '../platform/ids.js';
import type { Transaction } from '../platform/transaction.js';
import { build0503, type MessageFrame } from './build-0503.js';
import { dateinameOf } from './build-dokument.js';
import { composeAbgabe } from './compose-abgabe.js';
import { digestFiles } from './digest-files.js';
import type { AbgabeParts } from './prepare-abgabe.js';
import { refuseSelection } from './select-vorgaenge.js';
import { loadTransferRecords } from './transfer-records.store.js';
import { versionsOf, type TransferRecords } from './transfer-records.js';

/**
 * The message as it would leave now, with every finding of the check; nothing is stored, and the ProzessID is not the
 * final one. The files are read as for the real Abgabe, so a damaged one is known before anybody presses the button.
 */
export async function previewAbgabe(
  tx: Transaction,
  parts: AbgabeParts,
  selection: readonly Id[],
): Promise<AussonderungPreview | Rejection> {
  const vorgangIds = [...new Set(selection.map((id) => id.toLowerCase()))];
  const records = await loadTransferRecords(tx, vorgangIds);
  const refused = refuseSelection(records, vorgangIds, tx.clock.today());
  if (refused) return refused;
  const versions = versionsOf(records);
  const digests = await digestFiles(parts.objects, versions);
  if (Array.isArray(digests)) return reject('aussonderung.filesDamaged', { count: digests.length }, digests);
  const { partner, system } = parts;
  const frame = { prozessId: newId(), createdAt: tx.clock.now(), partner, system };
  const message = await composeAbgabe(records, frame, parts.schemaCheck);
  const findings = message.kind === 'refused' ? message.findings : message.warnings;
  return {
    fileName: `${stemOf(frame.prozessId, '0503')}.zip`,
    xml: message.kind === 'checked' ? Buffer.concat(message.xml).toString('utf8') : refusedXml(records, frame),
    entries: versions.map((version) => ({
      name: dateinameOf(version),
      original: version.fileName,
      size: version.size,
      sha512: digests.get(version.sha256) ?? '',
    })),
    findings: findings.map(({ code, severity, path, de, en }) => ({ code, severity, at: path, de, en })),
  };
}

/** A refused message is shown too, so that its findings can be looked up; with a forbidden character there is none. */
function refusedXml(records: TransferRecords, frame: MessageFrame): string {
  try {
    return [...write0503(build0503(records, frame))].join('');
  } catch (error) {
    if (error instanceof UnwritableText) return '';
    throw error;
  }
}
