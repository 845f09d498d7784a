import { reject, type Rejection } from '../contract/rejections.js';
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
  readonly version: number;
}

/** States in which a person may say where the item goes. A quarantined one is not opened any further. */
const ASSIGNABLE: readonly EingangState[] = ['geprueft', 'klaerung'];

/** The Eingang, if it may be filed now; else why not. */
export function assignable(eingang: Eingang | null, version: number): Eingang | Rejection {
  if (!eingang) return reject('platform.notFound');
  if (eingang.state === 'zugeordnet') return reject('posteingang.alreadyAssigned');
  if (eingang.state === 'empfangen') return reject('posteingang.notExamined');
  if (!ASSIGNABLE.includes(eingang.state)) return reject('posteingang.quarantined');
  if (eingang.version !== version) return reject('platform.stale');
  return eingang;
}
