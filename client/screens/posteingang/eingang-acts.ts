import type { EingangRow } from '../../../server/contract/views.js';
import type { PersonActName } from '../../../server/contract/acts.js';

/** What can be done with an item on the desk, in the order of its buttons; the first is the one that is meant. */
export type EingangAct = Extract<
  PersonActName,
  | 'posteingang.assignEingang'
  | 'posteingang.forwardEingang'
  | 'posteingang.setAsideEingang'
  | 'posteingang.resumeEingang'
  | 'posteingang.rearrangeScans'
  | 'posteingang.acceptEingang'
  | 'posteingang.refuseEingang'
  | 'posteingang.recallEingang'
  | 'posteingang.unlinkDuplicate'
  | 'posteingang.orderReceipt'
  | 'posteingang.holdReceipt'
  | 'posteingang.waiveReceipt'
>;

/** An item that is done with: what is said of it, and what opens then; without `next` it is the neighbour in the list. */
export interface Finished {
  readonly id: string;
  readonly result: string;
  readonly next?: string | undefined;
}

type Place = Pick<EingangRow, 'state' | 'forwarding' | 'receipt' | 'pages'>;

/** The acts that are offered for an item, by where it lies. */
export function actsFor({ state, forwarding, receipt, pages }: Place, desk: boolean): EingangAct[] {
  if (state === 'dublette') return ['posteingang.unlinkDuplicate'];
  if (state === 'zugeordnet') return receiptActs(receipt);
  if (state === 'quarantaene' || state === 'aufgeteilt') return [];
  if (forwarding?.mine) {
    const first = forwarding.state === 'offered' ? 'posteingang.acceptEingang' : 'posteingang.assignEingang';
    return [first, 'posteingang.refuseEingang'];
  }
  if (forwarding) return desk && forwarding.state === 'offered' ? ['posteingang.recallEingang'] : [];
  if (state === 'empfangen') return ['posteingang.assignEingang'];
  const aside = state === 'klaerung' ? 'posteingang.resumeEingang' : 'posteingang.setAsideEingang';
  const here: EingangAct[] = ['posteingang.assignEingang', 'posteingang.forwardEingang', aside];
  return desk && pages !== null ? [...here, 'posteingang.rearrangeScans'] : here;
}

/** Whether the item can be filed now by whoever looks at it. */
export function mayFile({ state, forwarding }: Pick<Place, 'state' | 'forwarding'>): boolean {
  const here = !forwarding || (forwarding.mine && forwarding.state === 'accepted');
  return here && (state === 'geprueft' || state === 'klaerung');
}

function receiptActs(receipt: Place['receipt']): EingangAct[] {
  switch (receipt?.state) {
    case 'open':
    case 'failed':
      return ['posteingang.orderReceipt', 'posteingang.waiveReceipt'];
    case 'ordered':
      return ['posteingang.holdReceipt'];
    case 'waived':
      return ['posteingang.orderReceipt'];
    case 'sent':
    case undefined:
      return [];
  }
}
