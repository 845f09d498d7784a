import { reject, type Rejection } from '../contract/rejections.js';
import type { Day, Id } from '../contract/views.js';
import { aussonderungObstacles } from './retention.js';
import { retentionFactsOf, type TransferRecords } from './transfer-records.js';

/**
 * Whether exactly these Vorgaenge can be handed over together on `today`. Refuses with every Vorgang that cannot, each
 * with everything that stands against it, so that one answer is enough to correct the selection.
 * @param wanted ids of the selection, without repetitions
 */
export function refuseSelection(records: TransferRecords, wanted: readonly Id[], today: Day): Rejection | null {
  if (records.vorgaenge.length !== wanted.length) return reject('platform.notFound');
  const refused = records.vorgaenge.flatMap((vorgang) => {
    const obstacles = aussonderungObstacles(retentionFactsOf(vorgang), today);
    const { aktenzeichen } = vorgang;
    return obstacles.length === 0
      ? []
      : [reject('aussonderung.vorgangNotTransferable', { aktenzeichen, count: obstacles.length }, obstacles)];
  });
  if (refused.length === 0) return null;
  return reject('aussonderung.notTransferable', { count: refused.length, total: wanted.length }, refused);
}
