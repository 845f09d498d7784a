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
  'dokument.checkOut': {
    label: { de: 'Auschecken', en: 'Check out' },
    permission: 'dokument.write',
    undo: { kind: 'reversible', by: 'dokument.cancelCheckout' },
  },
  'dokument.checkIn': {
    label: { de: 'Einchecken', en: 'Check in' },
    permission: 'dokument.write',
    undo: final(
      'Jede Fassung bleibt; die frühere steht daneben.',
      'Every version stays; the earlier one stands beside it.',
    ),
  },
  'dokument.cancelCheckout': {
    label: { de: 'Auschecken abbrechen', en: 'Cancel check-out' },
    permission: 'dokument.write',
    undo: final('Das Dokument kann neu ausgecheckt werden.', 'The document can be checked out again.'),
  },
  'dokument.takeCheckout': {
    label: { de: 'Übernehmen', en: 'Take over' },
    permission: 'dokument.takeOver',
    undo: final(
      'Wer das Dokument hatte, sieht, wer es übernommen hat und warum; die dort begonnene Arbeit bleibt dort.',
      'Whoever had the document sees who took it over and why; the work begun there stays there.',
    ),
  },
  'dokument.seeTaken': {
    label: { de: 'Gelesen', en: 'Read' },
    permission: 'dokument.write',
    undo: final('Die Übernahme steht weiter im Protokoll.', 'The take-over still stands in the audit trail.'),
  },
  'dokument.finalizeDokument': {
    label: { de: 'Abschließen', en: 'Make final' },
    permission: 'dokument.write',
    undo: final(
      'Ein endgültiges Dokument macht nur die Registratur wieder zum Entwurf.',
      'Only the records office makes a final document a draft again.',
    ),
  },
  'dokument.resetFinal': {
    label: { de: 'Endfassung zurücknehmen', en: 'Reset final state' },
    permission: 'dokument.resetFinal',
    undo: final('Das Dokument kann wieder abgeschlossen werden.', 'The document can be made final again.'),
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
  'dokument.checkOut': { input: { dokumentId: Id; version: number }; output: { nummer: number } };
  'dokument.checkIn': {
    input: { dokumentId: Id; uploadId: Id; comment: string };
    output: { version: number; nummer: number };
  };
  'dokument.cancelCheckout': { input: { dokumentId: Id }; output: Record<string, never> };
  'dokument.takeCheckout': { input: { dokumentId: Id; reason: string }; output: Record<string, never> };
  'dokument.seeTaken': { input: { checkoutId: Id }; output: Record<string, never> };
  'dokument.finalizeDokument': { input: { dokumentId: Id; version: number }; output: { version: number } };
  'dokument.resetFinal': { input: { dokumentId: Id; version: number; reason: string }; output: { version: number } };
  'dokument.addVersion': {
    input: { dokumentId: Id; version: number; uploadId: Id; comment: string };
    output: { version: number; nummer: number };
  };
}
