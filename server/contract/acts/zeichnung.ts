import { final, type ActDescription } from './describe.js';
import type { MappeDokument } from '../laufweg-views.js';
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
    /** `seen` and `bemerkung`: at a station of a Laufweg; all Dokumente of its Umlaufmappe are signed. */
    input: {
      aufgabeId: Id;
      version: number;
      password: string;
      seen?: MappeDokument[] | undefined;
      bemerkung?: string | undefined;
    };
    /** Of the first Dokument, where there are several. */
    output: { dokumentId: Id; versionNummer: number; sha256: string };
  };
}
