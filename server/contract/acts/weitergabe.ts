import { final, system, type ActDescription } from './describe.js';
import type { Id } from '../views.js';
import type { WeitergabeKind } from '../weitergabe-views.js';

const ANSWERED = final(
  'Was weitergegeben oder beantwortet ist, bleibt so stehen; es kann neu weitergegeben werden.',
  'What was handed over or answered stays as it is; it can be handed over anew.',
);

export const weitergabeActs = {
  'weitergabe.orderWeitergabe': {
    label: { de: 'Akte weitergeben', en: 'Hand file over' },
    permission: 'weitergabe.order',
    undo: final(
      'Sie kann mit Grund zurückgezogen werden, solange sie nicht übernommen ist.',
      'It can be withdrawn with a reason while it has not been taken over.',
    ),
  },
  'weitergabe.releaseWeitergabe': {
    label: { de: 'Weitergabe freigeben', en: 'Release handing over' },
    permission: 'weitergabe.release',
    undo: final(
      'Sie kann mit Grund zurückgezogen werden, solange sie nicht übernommen ist.',
      'It can be withdrawn with a reason while it has not been taken over.',
    ),
  },
  'weitergabe.withdrawWeitergabe': {
    label: { de: 'Weitergabe zurückziehen', en: 'Withdraw handing over' },
    permission: 'weitergabe.order',
    undo: ANSWERED,
  },
  'weitergabe.renewCode': {
    label: { de: 'Code erneuern', en: 'Renew code' },
    permission: 'weitergabe.order',
    undo: final('Der frühere Code gilt nicht mehr.', 'The earlier code does not hold any more.'),
  },
  'weitergabe.confirmReceipt': {
    label: { de: 'Empfang bestätigen', en: 'Confirm receipt' },
    permission: 'weitergabe.order',
    undo: final(
      'Die Zuständigkeit ist übergegangen; zurück kommt sie durch eine Weitergabe der anderen Behörde.',
      'The responsibility has moved; it comes back when the other authority hands it over.',
    ),
  },
  'weitergabe.keepPackage': {
    label: { de: 'Paket der Weitergabe bereitgestellt', en: 'Package to hand over is ready' },
    undo: system,
  },
  'weitergabe.recordDownload': {
    label: { de: 'Weitergabe abgeholt', en: 'Package handed over was downloaded' },
    undo: system,
  },
  'weitergabe.expireWeitergabe': {
    label: { de: 'Weitergabe abgelaufen', en: 'Handing over expired' },
    undo: system,
  },
  'weitergabe.receiveAngebot': {
    label: { de: 'Akte von anderem Mandanten angeboten', en: 'File offered by another tenant' },
    undo: system,
  },
  'weitergabe.acceptAngebot': {
    label: { de: 'Angebot annehmen', en: 'Accept offer' },
    permission: 'weitergabe.receive',
    undo: ANSWERED,
  },
  'weitergabe.refuseAngebot': {
    label: { de: 'Angebot ablehnen', en: 'Refuse offer' },
    permission: 'weitergabe.receive',
    undo: ANSWERED,
  },
  'weitergabe.claimWeitergabe': {
    label: { de: 'Übernahme begonnen', en: 'Taking over begun' },
    undo: system,
  },
  'weitergabe.takeOverAngebot': {
    label: { de: 'Angebotene Akte übernommen', en: 'Offered file taken over' },
    undo: system,
  },
  'weitergabe.deferAngebot': {
    label: { de: 'Übernahme nicht gelungen', en: 'Taking over did not succeed' },
    undo: system,
  },
  'weitergabe.recordAnswer': {
    label: { de: 'Antwort auf die Weitergabe', en: 'Answer to handing over' },
    undo: system,
  },
  'weitergabe.closeAngebot': {
    label: { de: 'Angebot beendet', en: 'Offer ended' },
    undo: system,
  },
} as const satisfies Record<string, ActDescription>;

/** A link, or another Mandant. */
export type WeitergabeRecipient =
  | {
      kind: 'aussen';
      recipient: string;
      /** Made by the page, `PICKUP_TOKEN`; the server keeps a hash. */
      token: string;
      /** Made by the page, `PICKUP_CODE`; shown once. */
      code: string;
      /** How often the package may be downloaded. */
      downloads: number;
    }
  | { kind: 'mandant'; mandantId: Id };

export interface WeitergabeActTypes {
  'weitergabe.orderWeitergabe': {
    input: {
      akteId: Id;
      kind: WeitergabeKind;
      to: WeitergabeRecipient;
      /** null: all that can go. */
      dokumentIds: Id[] | null;
      reason: string;
      /** Days until it can no longer be taken, 1 to 90. */
      days: number;
    };
    output: { weitergabeId: Id; version: number };
  };
  'weitergabe.releaseWeitergabe': { input: { weitergabeId: Id; version: number }; output: { version: number } };
  'weitergabe.withdrawWeitergabe': {
    input: { weitergabeId: Id; version: number; reason: string };
    output: { version: number };
  };
  'weitergabe.renewCode': {
    input: { weitergabeId: Id; version: number; code: string };
    output: { version: number };
  };
  'weitergabe.confirmReceipt': {
    input: { weitergabeId: Id; version: number; reason: string };
    output: { version: number };
  };
  /** Into a new Akte under this position. A job takes it over, whole or not at all. */
  'weitergabe.acceptAngebot': {
    input: { angebotId: Id; version: number; einheitId: Id };
    output: { version: number };
  };
  'weitergabe.refuseAngebot': {
    input: { angebotId: Id; version: number; reason: string };
    output: { version: number };
  };
}
