import { reject, type Rejection } from '../contract/rejections.js';
import type { ReceiptState } from '../contract/eingang-views.js';
import type { EingangState, Id } from '../contract/views.js';

/** The receipt that the sender of an Eingang gets, or does not. */
export interface Receipt {
  readonly eingangId: Id;
  readonly state: ReceiptState;
  readonly address: string;
  readonly version: number;
  readonly eingangState: EingangState;
  readonly vorgangId: Id | null;
  readonly aktenzeichen: string | null;
  readonly vorgangState: string | null;
  /** Of the letter, as it was filed. */
  readonly betreff: string;
}

/** A receipt that can be sent: it lies in a Vorgang whose Aktenzeichen it names. */
export type SendableReceipt = Receipt & { readonly vorgangId: Id; readonly aktenzeichen: string };

/** The receipt, if it may be sent now; else why not. What was waived may still be sent. */
export function sendable(receipt: Receipt | null, version: number): SendableReceipt | Rejection {
  if (!receipt) return reject('platform.notFound');
  if (receipt.state === 'sent') return reject('posteingang.receiptSent');
  if (receipt.state === 'ordered') return reject('posteingang.receiptOrdered');
  const { vorgangId, aktenzeichen } = receipt;
  if (receipt.eingangState !== 'zugeordnet' || !vorgangId || !aktenzeichen) {
    return reject('posteingang.receiptBeforeFiling');
  }
  // What leaves is filed in it.
  if (receipt.vorgangState !== 'offen') return reject('posteingang.receiptAfterClosing', { aktenzeichen });
  return receipt.version === version ? { ...receipt, vorgangId, aktenzeichen } : reject('platform.stale');
}

/** The receipt, if it can still be held back; else why not. */
export function holdable(receipt: Receipt | null, version: number): Receipt | Rejection {
  if (!receipt) return reject('platform.notFound');
  if (receipt.state === 'sent') return reject('posteingang.receiptSent');
  if (receipt.state !== 'ordered') return reject('posteingang.receiptNotOrdered');
  return receipt.version === version ? receipt : reject('platform.stale');
}

/** The receipt, if a person may say that none is sent; else why not. */
export function waivable(receipt: Receipt | null, version: number): Receipt | Rejection {
  if (!receipt) return reject('platform.notFound');
  if (receipt.state === 'sent') return reject('posteingang.receiptSent');
  if (receipt.state === 'ordered') return reject('posteingang.receiptOrdered');
  if (receipt.state === 'waived') return reject('posteingang.receiptWaived');
  return receipt.version === version ? receipt : reject('platform.stale');
}
