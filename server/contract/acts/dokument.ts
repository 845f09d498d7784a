import { final, system, type ActDescription } from './describe.js';
import type { DokumentArt } from '../dokument-views.js';
import type { Day, Id } from '../views.js';

export const dokumentActs = {
  'dokument.addDokument': { label: { de: 'Dokument ablegen', en: 'File document' }, undo: system },
  'dokument.keepUpload': { label: { de: 'Datei annehmen', en: 'Take file' }, undo: system },
  'dokument.addUpload': {
    label: { de: 'Dokument hinzufügen', en: 'Add document' },
    permission: 'dokument.write',
    undo: final(
      'Was nicht hierher gehört, wird verschoben oder in den Papierkorb gelegt.',
      'What does not belong here is moved or put into the bin.',
    ),
  },
  'dokument.dropUpload': {
    label: { de: 'Datei verwerfen', en: 'Drop file' },
    permission: 'dokument.write',
    undo: final('Die Datei kann neu hochgeladen werden.', 'The file can be uploaded again.'),
  },
  'dokument.editDokument': {
    label: { de: 'Angaben ändern', en: 'Edit details' },
    permission: 'dokument.write',
    undo: final(
      'Die früheren Angaben stehen im Protokoll und lassen sich wieder eintragen.',
      'The earlier details stand in the audit trail and can be entered again.',
    ),
  },
  'dokument.addVersion': {
    label: { de: 'Neue Fassung', en: 'New version' },
    permission: 'dokument.write',
    undo: final(
      'Jede Fassung bleibt; die frühere steht daneben.',
      'Every version stays; the earlier one stands beside it.',
    ),
  },
} as const satisfies Record<string, ActDescription>;

export interface DokumentActTypes {
  'dokument.addUpload': {
    input: {
      uploadId: Id;
      vorgangId: Id;
      betreff: string;
      art: DokumentArt;
      date: Day | null;
      /** What arrived is final whatever stands here. */
      state: 'entwurf' | 'gueltig';
    };
    output: { dokumentId: Id };
  };
  'dokument.dropUpload': { input: { uploadId: Id }; output: Record<string, never> };
  'dokument.editDokument': {
    input: { dokumentId: Id; version: number; betreff: string; art: DokumentArt; date: Day | null };
    output: { version: number };
  };
  'dokument.addVersion': {
    input: { dokumentId: Id; version: number; uploadId: Id; comment: string };
    output: { version: number; nummer: number };
  };
}
