import { final, type ActDescription } from './describe.js';
import type { Id } from '../views.js';

export const zeichnungActs = {
  'zeichnung.signDokument': {
    label: { de: 'Schlusszeichnen', en: 'Sign finally' },
    permission: 'zeichnung.sign',
    undo: final('Eine Signatur wird nie zurückgenommen.', 'A signature is never taken back.'),
  },
} as const satisfies Record<string, ActDescription>;

export interface ZeichnungActTypes {
  'zeichnung.signDokument': {
    input: { aufgabeId: Id; version: number; password: string };
    output: { dokumentId: Id; versionNummer: number; sha256: string };
  };
}
