import { final, type ActDescription } from './describe.js';
import type { Id } from '../views.js';

export const wopiActs = {
  'wopi.openEditor': {
    label: { de: 'Im Browser bearbeiten', en: 'Edit in the browser' },
    permission: 'dokument.write',
    undo: final(
      'Ohne Änderung gibt der Editor das Dokument von selbst zurück; jede Fassung bleibt.',
      'Without a change the editor gives the document back by itself; every version stays.',
    ),
  },
} as const satisfies Record<string, ActDescription>;

export interface WopiActTypes {
  'wopi.openEditor': {
    input: {
      dokumentId: Id;
      /** SHA-256 of the token that the page has made, as 64 hexadecimal digits: we never see the token before the editor server shows it. */
      tokenHash: string;
    };
    output: {
      /** Address of the editor; the page sends the token there in a form, never in the address. */
      address: string;
      /** When the token ends by itself. */
      expiresAt: string;
    };
  };
}
