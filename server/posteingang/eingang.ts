import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { EingangState, Id } from '../contract/views.js';

/** One received item, from its arrival until it has found its Vorgang. */
export interface Eingang {
  readonly id: Id;
  readonly state: EingangState;
  readonly fileName: string;
  readonly sha256: string;
  readonly size: number;
  readonly mime: string;
  readonly receivedAt: Date;
  /** Where it was filed, or what it is linked to. */
  readonly vorgangId: Id | null;
  /** The batch that filed it; null where somebody did it alone, or where it is not filed. */
  readonly filedIn: Id | null;
  /** How many of its filings were taken back. */
  readonly takenBack: number;
  /** The Eingang that it is again. */
  readonly linkedTo: Id | null;
  /** Whom it was given to, before it is filed; null while it lies at the desk. */
  readonly forwarding: Forwarding | null;
  readonly version: number;
}

export interface Forwarding {
  /** Name of the person or the unit. */
  readonly to: string;
  /** Whether somebody has accepted it. */
  readonly state: 'offered' | 'accepted';
  /** Whether it lies with the acting person, or with whoever they stand in for. */
  readonly mine: boolean;
}

/** States in which a person may say where the item goes. A quarantined one is not opened any further. */
const ASSIGNABLE: readonly EingangState[] = ['geprueft', 'klaerung'];

/** What says whether an Eingang lies where a person may do something with it. */
export type EingangPlace = Pick<Eingang, 'state' | 'forwarding' | 'version'>;

/** The Eingang, if it may be filed now; else why not. */
export function assignable<Item extends EingangPlace>(eingang: Item | null, version: number): Item | Rejection {
  if (!eingang) return reject('platform.notFound');
  if (eingang.state === 'zugeordnet') return reject('posteingang.alreadyAssigned');
  if (eingang.state === 'dublette') return reject('posteingang.linked');
  if (eingang.state === 'aufgeteilt') return reject('posteingang.rearranged');
  if (eingang.state === 'empfangen') return reject('posteingang.notExamined');
  if (!ASSIGNABLE.includes(eingang.state)) return reject('posteingang.quarantined');
  const { forwarding } = eingang;
  if (forwarding && !forwarding.mine) return reject('posteingang.forwarded', { receiver: forwarding.to });
  if (forwarding?.state === 'offered') return reject('posteingang.notAccepted');
  if (eingang.version !== version) return reject('platform.stale');
  return eingang;
}

/** The Eingang, if it is filed, with its Vorgang; else why there is nothing to take back. */
export function filed(eingang: Eingang | null, version: number): (Eingang & { readonly vorgangId: Id }) | Rejection {
  if (!eingang) return reject('platform.notFound');
  const { state, vorgangId } = eingang;
  if (state !== 'zugeordnet' || vorgangId === null) return reject('posteingang.notFiled');
  return eingang.version === version ? { ...eingang, vorgangId } : reject('platform.stale');
}

/** Name of the message that a filing sends to its process: a later filing is not the first one again. */
export function filingMessage({ id, takenBack }: Pick<Eingang, 'id' | 'takenBack'>): string {
  return takenBack === 0 ? id : `${id}/${takenBack}`;
}

/** The Eingang, if it lies at the desk, where it can be forwarded or set aside; else why not. */
export function onDesk<Item extends EingangPlace>(found: Item | null, version: number): Item | Rejection {
  const eingang = assignable(found, version);
  if (isRejection(eingang) || !eingang.forwarding) return eingang;
  return reject('posteingang.notOnDesk', { receiver: eingang.forwarding.to });
}

/** The Eingang, if the acting person may say of it that they accept it, or do not; else why not. */
export function answerable(eingang: Eingang | null, version: number, answer: 'accept' | 'refuse'): Eingang | Rejection {
  if (!eingang) return reject('platform.notFound');
  if (eingang.state === 'zugeordnet') return reject('posteingang.alreadyAssigned');
  const { forwarding } = eingang;
  if (!forwarding) return reject('posteingang.notForwarded');
  if (!forwarding.mine) return reject('posteingang.forwarded', { receiver: forwarding.to });
  if (answer === 'accept' && forwarding.state === 'accepted') return reject('posteingang.alreadyAccepted');
  return eingang.version === version ? eingang : reject('platform.stale');
}

/** The Eingang, if the desk may take it back from its receiver; else why not. */
export function recallable(eingang: Eingang | null, version: number): Eingang | Rejection {
  if (!eingang) return reject('platform.notFound');
  if (eingang.state === 'zugeordnet') return reject('posteingang.alreadyAssigned');
  const { forwarding } = eingang;
  if (!forwarding) return reject('posteingang.notForwarded');
  if (forwarding.state === 'accepted') return reject('posteingang.accepted', { receiver: forwarding.to });
  return eingang.version === version ? eingang : reject('platform.stale');
}

/** States in which an Eingang can be the one that others are linked to: it was read, and it is one of its own. */
const ORIGINAL: readonly EingangState[] = ['geprueft', 'klaerung', 'zugeordnet'];

/** Everything that stands against linking this Eingang to that one; an empty list means that it may be done. */
export function linkObstacles(eingang: Eingang, original: Eingang, linkedCount: number): Rejection[] {
  if (original.id === eingang.id) return [reject('posteingang.duplicateOfItself')];
  const found: Rejection[] = [];
  if (original.state === 'dublette') found.push(reject('posteingang.originalIsLinked'));
  else if (original.state === 'aufgeteilt') found.push(reject('posteingang.originalIsRearranged'));
  else if (!ORIGINAL.includes(original.state)) found.push(reject('posteingang.originalNotRead'));
  if (original.receivedAt > eingang.receivedAt) found.push(reject('posteingang.originalIsLater'));
  if (linkedCount > 0) found.push(reject('posteingang.hasLinked', { count: linkedCount }));
  return found;
}
