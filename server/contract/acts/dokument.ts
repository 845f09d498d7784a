import { final, system, type ActDescription } from './describe.js';
import type { DokumentArt } from '../dokument-views.js';
import type { Day, Id } from '../views.js';
import type { ZusatzInput } from '../zusatzfeld-views.js';

export const dokumentActs = {
  'dokument.addDokument': { label: { de: 'Dokument ablegen', en: 'File document' }, undo: system },
  'dokument.fileAtClosing': { label: { de: 'Dokument ablegen', en: 'File document' }, undo: system },
  'dokument.emptyBin': { label: { de: 'Papierkorb leeren', en: 'Empty bin' }, undo: system },
  'dokument.keepUpload': { label: { de: 'Datei annehmen', en: 'Take file' }, undo: system },
  'dokument.keepDraft': { label: { de: 'Zwischenstand sichern', en: 'Keep draft' }, undo: system },
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
  'dokument.releaseCheckout': {
    label: { de: 'Mitgenommene Dokumente zurückgeben', en: 'Give back checked-out documents' },
    permission: 'identity.transferWork',
    undo: final(
      'Wer das Dokument hatte, kann es wieder mitnehmen; die dort begonnene Arbeit bleibt dort.',
      'Whoever had the document can take it again; the work begun there stays there.',
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
  'dokument.moveDokument': {
    label: { de: 'Verschieben', en: 'Move' },
    permission: 'dokument.write',
    undo: final(
      'Das Dokument kann mit einem Grund zurückgeschoben werden; beide Vorgänge erzählen es.',
      'The document can be moved back with a reason; both cases tell it.',
    ),
  },
  'dokument.takeOut': {
    label: { de: 'Herausnehmen', en: 'Take out' },
    permission: 'dokument.write',
    undo: final(
      'Es wartet unter „Dokumente, ohne Vorgang“, bis es jemand ablegt.',
      'It waits under “Documents, without case” until somebody files it.',
    ),
  },
  'dokument.discardDokument': {
    label: { de: 'In den Papierkorb', en: 'Put into the bin' },
    permission: 'dokument.write',
    undo: final(
      'Aus dem Papierkorb kann es zurückgeholt werden, solange die Registratur es nicht endgültig löscht.',
      'It can be taken back out of the bin as long as the records office does not delete it for good.',
    ),
  },
  'dokument.restoreDokument': {
    label: { de: 'Zurückholen', en: 'Restore' },
    permission: 'dokument.write',
    undo: final('Es kann wieder in den Papierkorb gelegt werden.', 'It can be put into the bin again.'),
  },
  'dokument.deleteDokument': {
    label: { de: 'Endgültig löschen', en: 'Delete for good' },
    permission: 'dokument.delete',
    undo: final(
      'Das Dokument kommt nicht wieder. Seine Nummer bleibt vergeben; Hash und Grund stehen im Protokoll.',
      'The document does not come back. Its number stays taken; hash and reason stand in the audit trail.',
    ),
  },
  'dokument.orderRendition': {
    label: { de: 'Vorschau anfordern', en: 'Order preview' },
    permission: 'akte.read',
    undo: final('Die Vorschau ist nicht Teil der Akte.', 'The preview is no part of the record.'),
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
    input: {
      dokumentId: Id;
      version: number;
      betreff: string;
      art: DokumentArt;
      date: Day | null;
      zusatz?: ZusatzInput | undefined;
    };
    output: { version: number };
  };
  'dokument.checkOut': { input: { dokumentId: Id; version: number }; output: { nummer: number } };
  'dokument.checkIn': {
    input: { dokumentId: Id; uploadId: Id; comment: string };
    output: { version: number; nummer: number };
  };
  'dokument.cancelCheckout': { input: { dokumentId: Id }; output: Record<string, never> };
  'dokument.takeCheckout': { input: { dokumentId: Id; reason: string }; output: Record<string, never> };
  'dokument.releaseCheckout': {
    input: { dokumentId: Id; fromId: Id; reason: string };
    output: { dokumentId: Id };
  };
  'dokument.seeTaken': { input: { checkoutId: Id }; output: Record<string, never> };
  'dokument.finalizeDokument': { input: { dokumentId: Id; version: number }; output: { version: number } };
  'dokument.resetFinal': { input: { dokumentId: Id; version: number; reason: string }; output: { version: number } };
  'dokument.moveDokument': {
    input: { dokumentId: Id; version: number; vorgangId: Id; reason: string };
    output: { vorgangId: Id; nummer: number };
  };
  'dokument.takeOut': { input: { dokumentId: Id; version: number; reason: string }; output: { version: number } };
  'dokument.discardDokument': {
    input: { dokumentId: Id; version: number; reason: string };
    output: { version: number };
  };
  'dokument.restoreDokument': { input: { dokumentId: Id; version: number }; output: { version: number } };
  'dokument.deleteDokument': {
    input: { dokumentId: Id; version: number; reason: string };
    output: { versions: number };
  };
  'dokument.addVersion': {
    input: { dokumentId: Id; version: number; uploadId: Id; comment: string };
    output: { version: number; nummer: number };
  };
  'dokument.orderRendition': { input: { dokumentId: Id; nummer: number }; output: Record<string, never> };
}
