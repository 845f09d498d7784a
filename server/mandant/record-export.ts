import { systemAct } from '../platform/act.js';

/** Leaves the audit row of an export before its first byte is written: nobody takes everything along without a trace. */
export const recordExport = systemAct('mandant.recordExport', (tx, { folder }: { folder: string }) => {
  tx.protokoll({ objectKind: 'mandant', objectId: tx.mandantId, payload: { folder } });
  return Promise.resolve({});
});
