import type { Examination } from '../contract/examination.js';
import { reject, type Rejection } from '../contract/rejections.js';
import type { Id } from '../contract/views.js';
import { systemAct } from '../platform/act.js';
import { lockEingang, saveExamination } from './eingang.store.js';

/** Keeps what was found in an Eingang; the bytes of its parts are already stored. */
export const recordExamination = systemAct(
  'posteingang.recordExamination',
  async (tx, input: { eingangId: Id; examination: Examination }): Promise<object | Rejection> => {
    const { eingangId, examination } = input;
    const eingang = await lockEingang(tx, eingangId);
    if (!eingang) return reject('platform.notFound');
    if (eingang.state !== 'empfangen') return {};
    await saveExamination(tx, tx.mandantId, eingangId, examination);
    tx.protokoll({
      objectKind: 'eingang',
      objectId: eingangId,
      payload: {
        outcome: examination.outcome,
        kind: examination.kind,
        warnings: examination.warnings.map(({ code }) => code),
        parts: examination.parts.map(({ sha256, size }) => ({ sha256, size })),
      },
    });
    tx.changed('eingang', eingangId);
    return {};
  },
);
