import { final, type ActDescription } from './describe.js';
import type { GroundCode, ShareChoice } from '../akteneinsicht-views.js';
import type { Id } from '../views.js';

export const akteneinsichtActs = {
  'akteneinsicht.orderAkteneinsicht': {
    label: { de: 'Akteneinsicht zusammenstellen', en: 'Put inspection of files together' },
    permission: 'dokument.write',
    undo: { kind: 'reversible', by: 'akteneinsicht.cancelAkteneinsicht' },
  },
  'akteneinsicht.cancelAkteneinsicht': {
    label: { de: 'Akteneinsicht abbrechen', en: 'Cancel inspection of files' },
    permission: 'dokument.write',
    undo: final('Sie kann neu zusammengestellt werden.', 'It can be put together anew.'),
  },
} as const satisfies Record<string, ActDescription>;

export interface AkteneinsichtActTypes {
  'akteneinsicht.orderAkteneinsicht': {
    input: {
      scope: { kind: 'vorgang' | 'akte'; id: Id };
      /** From the register of Kontakte; null: `applicant` was typed. */
      kontaktId: Id | null;
      applicant: string;
      ground: GroundCode;
      paragraph: string;
      /** Every Dokument of the scope, each once. */
      choices: ShareChoice[];
      /** Days until the package can no longer be downloaded. */
      days: number;
    };
    output: { akteneinsichtId: Id };
  };
  'akteneinsicht.cancelAkteneinsicht': { input: { akteneinsichtId: Id }; output: Record<string, never> };
}
