import { final, system, type ActDescription } from './describe.js';
import type { Medium, AnyRecord } from '../akte-views.js';
import type { Id } from '../views.js';
import type { ZusatzInput } from '../zusatzfeld-views.js';

const stays = final(
  'Ein vergebenes Aktenzeichen bleibt vergeben; Angaben können geändert werden.',
  'A reference number that was given stays given; the details can be changed.',
);
const replaced = final(
  'Eine weitere Änderung löst sie ab; beide stehen im Protokoll.',
  'A further change replaces it; both stand in the audit trail.',
);

export const akteActs = {
  'akte.openAkte': { label: { de: 'Akte anlegen', en: 'Open file' }, permission: 'akte.open', undo: stays },
  'akte.openTeilakte': {
    label: { de: 'Teilakte anlegen', en: 'Open part file' },
    permission: 'akte.open',
    undo: stays,
  },
  'akte.openVorgang': { label: { de: 'Vorgang anlegen', en: 'Open case' }, permission: 'akte.open', undo: stays },
  'akte.openTeilvorgang': {
    label: { de: 'Teilvorgang anlegen', en: 'Open sub-case' },
    permission: 'akte.open',
    undo: stays,
  },
  'akte.editAkte': { label: { de: 'Akte bearbeiten', en: 'Edit file' }, permission: 'akte.edit', undo: replaced },
  'akte.editVorgang': { label: { de: 'Vorgang bearbeiten', en: 'Edit case' }, permission: 'akte.edit', undo: replaced },
  'akte.addVerweis': { label: { de: 'Verweis anlegen', en: 'Add reference' }, permission: 'akte.edit', undo: replaced },
  'akte.removeVerweis': {
    label: { de: 'Verweis entfernen', en: 'Remove reference' },
    permission: 'akte.edit',
    undo: replaced,
  },
  'akte.changeAktenzeichenRule': {
    label: { de: 'Regel für Aktenzeichen ändern', en: 'Change the rule for reference numbers' },
    permission: 'aktenplan.manage',
    undo: replaced,
  },
  'akte.recordAblage': { label: { de: 'Ablegen', en: 'File' }, undo: system },
  'akte.closeZdA': {
    label: { de: 'z. d. A. verfügen', en: 'Close to the files' },
    permission: 'akte.close',
    undo: final(
      'Ein Vorgang z. d. A. wird nur durch die Registratur wieder geöffnet.',
      'Only the records office reopens a closed case.',
    ),
  },
  'akte.reopenVorgang': {
    label: { de: 'Wieder öffnen', en: 'Reopen' },
    permission: 'akte.reopen',
    undo: final(
      'Der Vorgang kann danach neu z. d. A. verfügt werden; die Aufbewahrungsfrist zählt dann von vorn.',
      'The case can be closed to the files again afterwards; its retention period then counts anew.',
    ),
  },
  'akte.fileClosingRecords': {
    label: { de: 'Protokoll und Aufgaben ablegen', en: 'File audit trail and tasks' },
    undo: system,
  },
  'akte.retryClosing': {
    label: { de: 'Abschlussarbeiten wiederholen', en: 'Retry closing work' },
    permission: 'akte.close',
    undo: final('Was fertig ist, wird nicht noch einmal getan.', 'What is done is not done again.'),
  },
  'akte.orderPdf': {
    label: { de: 'Als PDF mit Register', en: 'As PDF with register' },
    permission: 'akte.read',
    undo: { kind: 'reversible', by: 'akte.abortPdf' },
  },
  'akte.abortPdf': {
    label: { de: 'PDF abbrechen', en: 'Abort PDF' },
    permission: 'akte.read',
    undo: final('Das PDF kann neu angefordert werden.', 'The PDF can be ordered again.'),
  },
} as const satisfies Record<string, ActDescription>;

/** What is said of a record beside its subject. */
interface Description {
  bemerkung: string;
  medium: Medium;
  /** Where the paper part is; empty where there is none. */
  standort: string;
}

/** Nothing of it is needed to open one. */
type Described = { [Name in keyof Description]?: Description[Name] | undefined };

export interface AkteActTypes {
  'akte.openAkte': {
    /** `federfuehrungId` null: the unit whose code the Kennzeichen begins with. */
    input: Described & { einheitId: Id; betreff: string; federfuehrungId: Id | null };
    output: { akteId: Id; aktenzeichen: string };
  };
  'akte.openTeilakte': {
    input: Described & { akteId: Id; betreff: string };
    output: { akteId: Id; aktenzeichen: string };
  };
  'akte.openVorgang': {
    input: Described & { akteId: Id; betreff: string };
    output: { vorgangId: Id; aktenzeichen: string };
  };
  'akte.openTeilvorgang': {
    input: Described & { vorgangId: Id; betreff: string };
    output: { vorgangId: Id; aktenzeichen: string };
  };
  'akte.editAkte': {
    input: Description & {
      akteId: Id;
      version: number;
      betreff: string;
      federfuehrungId: Id;
      laufzeitBeginn: string;
      laufzeitEnde: string | null;
      zusatz?: ZusatzInput | undefined;
    };
    output: { version: number };
  };
  'akte.editVorgang': {
    input: Description & {
      vorgangId: Id;
      version: number;
      betreff: string;
      laufzeitBeginn: string;
      zusatz?: ZusatzInput | undefined;
    };
    output: { version: number };
  };
  'akte.addVerweis': { input: { from: AnyRecord; to: AnyRecord; bemerkung: string }; output: { verweisId: Id } };
  'akte.removeVerweis': { input: { verweisId: Id }; output: object };
  'akte.changeAktenzeichenRule': {
    /** `nummer` of the rule that the screen showed; 0 for the one of the product. */
    input: { nummer: number; akte: string; teilakte: string; vorgang: string };
    output: { nummer: number };
  };
  'akte.closeZdA': {
    input: { vorgangId: Id; version: number };
    output: { zdaDate: string; aufbewahrungsende: string | null };
  };
  'akte.reopenVorgang': {
    input: { vorgangId: Id; version: number; reason: string };
    output: { version: number };
  };
  'akte.retryClosing': { input: { vorgangId: Id }; output: { retried: number } };
  'akte.orderPdf': { input: { record: AnyRecord }; output: { pdfId: Id } };
  'akte.abortPdf': { input: { pdfId: Id }; output: Record<string, never> };
}
