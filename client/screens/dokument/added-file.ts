import { type Signal, signal, type WritableSignal } from '@angular/core';
import type { Day } from '../../../server/contract/views.js';
import type { Refusal } from '../../live/refusal.js';
import type { Details } from './details.js';
import { type Sending, sendingOf, type SendingParts } from './sending.js';

/** A file that shall become a Dokument: on its way, with what the person says about it meanwhile. */
export interface AddedFile {
  readonly id: number;
  readonly sending: Sending;
  readonly details: WritableSignal<Details>;
  readonly state: WritableSignal<'entwurf' | 'gueltig'>;
  readonly day: WritableSignal<'right' | 'wrong'>;
  readonly filed: WritableSignal<'no' | 'yes'>;
  readonly refusal: WritableSignal<Refusal | null>;
  /** Sends it, then takes over what the server has read in it, unless the person was faster. */
  send(): Promise<void>;
}

export function addedFile(parts: SendingParts, file: File, today: Day): AddedFile {
  const sending = sendingOf(parts, file);
  const first: Details = { betreff: file.name.replace(/\.[\p{L}\p{N}]{1,8}$/u, ''), art: 'vermerk', date: today };
  const details = signal(first);
  return {
    id: sending.id,
    sending,
    details,
    state: signal('entwurf'),
    day: signal('right'),
    filed: signal('no'),
    refusal: signal(null),
    send: async () => {
      await sending.start();
      const date = sending.upload()?.date;
      if (date && details() === first) details.set({ ...first, date });
    },
  };
}

/** Whether the file waits for nothing but „Hinzufügen“. */
export function isReady({ sending, filed, details, day }: AddedFile): boolean {
  return sending.state() === 'sent' && filed() === 'no' && details().betreff.trim() !== '' && day() === 'right';
}

/** Whether nothing is left to do with the file here. */
export function isOver({ sending, filed }: { sending: { state: Signal<string> }; filed: Signal<string> }): boolean {
  return filed() === 'yes' || sending.state() === 'stopped';
}
