import type { Permission } from './permissions.js';
import type { Sentence } from './rejections.js';
import type { ActInputs, ActOutputs } from './act-types.js';

/** Why an act can or cannot be taken back; shown in the wording of its button and in „Zuletzt getan“. */
export type Undo =
  | { readonly kind: 'reversible'; readonly by: string }
  | { readonly kind: 'final'; readonly why: Sentence }
  | { readonly kind: 'system' };

export interface ActDescription {
  readonly label: Sentence;
  /** Absent for acts that only the system performs (jobs, engine); such acts have no HTTP route. */
  readonly permission?: Permission;
  readonly undo: Undo;
  /** Single key while a list, tree or task pane has the focus. */
  readonly key?: string;
}

const system = { kind: 'system' } as const;
const final = (de: string, en: string): Undo => ({ kind: 'final', why: { de, en } });

/** Every act of the product: palette, menus, key help and routes are made from this list. */
export const ACTS = {
  'posteingang.receiveEingang': { label: { de: 'Eingang aufnehmen', en: 'Receive item' }, undo: system },
  'posteingang.recordExamination': { label: { de: 'Prüfergebnis festhalten', en: 'Record examination' }, undo: system },
  'posteingang.assignEingang': {
    label: { de: 'Ablegen', en: 'File' },
    permission: 'posteingang.assign',
    undo: final(
      'Mit dem Ablegen beginnt der Ablauf; falsch Abgelegtes wird in der Akte berichtigt.',
      'Filing starts the process; a misfiled item is corrected in the file.',
    ),
    key: 'Enter',
  },
  'posteingang.setAsideEingang': {
    label: { de: 'Zur Klärung', en: 'Set aside for clarification' },
    permission: 'posteingang.assign',
    undo: { kind: 'reversible', by: 'posteingang.resumeEingang' },
    key: 'U',
  },
  'posteingang.resumeEingang': {
    label: { de: 'Zurück in den Posteingang', en: 'Back to the intake desk' },
    permission: 'posteingang.assign',
    undo: { kind: 'reversible', by: 'posteingang.setAsideEingang' },
  },
  'aufgabe.createAufgabe': { label: { de: 'Aufgabe anlegen', en: 'Create task' }, undo: system },
  'aufgabe.withdrawAufgabe': { label: { de: 'Aufgabe entfallen lassen', en: 'Withdraw task' }, undo: system },
  'aufgabe.remindAufgabe': { label: { de: 'Erinnern', en: 'Remind' }, undo: system },
  'aufgabe.claimAufgabe': {
    label: { de: 'Übernehmen', en: 'Claim' },
    permission: 'aufgabe.work',
    undo: { kind: 'reversible', by: 'aufgabe.releaseAufgabe' },
  },
  'aufgabe.releaseAufgabe': {
    label: { de: 'Zurückgeben', en: 'Release' },
    permission: 'aufgabe.work',
    undo: { kind: 'reversible', by: 'aufgabe.claimAufgabe' },
  },
  'aufgabe.forwardAufgabe': {
    label: { de: 'Weitergeben', en: 'Hand over' },
    permission: 'aufgabe.work',
    undo: { kind: 'reversible', by: 'aufgabe.forwardAufgabe' },
    key: 'V',
  },
  'aufgabe.completeAufgabe': {
    label: { de: 'Erledigen', en: 'Complete' },
    permission: 'aufgabe.work',
    undo: final(
      'Der Ablauf ist schon beim nächsten Schritt; Widerspruch geht dort über „Zurückweisen“ oder „Storno“.',
      'The process has moved on; object there by “Reject” or “Cancel”.',
    ),
  },
  'zeichnung.signDokument': {
    label: { de: 'Schlusszeichnen', en: 'Sign finally' },
    permission: 'zeichnung.sign',
    undo: final('Eine Signatur wird nie zurückgenommen.', 'A signature is never taken back.'),
  },
  'rechnung.stornoRechnung': {
    label: { de: 'Rechnung stornieren', en: 'Cancel invoice' },
    permission: 'rechnung.storno',
    undo: final('Ein Storno beendet den Ablauf endgültig.', 'A cancellation ends the process for good.'),
  },
  'rechnung.recordStorno': { label: { de: 'Storno ausführen', en: 'Carry out cancellation' }, undo: system },
  'akte.openAkte': { label: { de: 'Akte anlegen', en: 'Open file' }, undo: system },
  'akte.openVorgang': { label: { de: 'Vorgang anlegen', en: 'Open case' }, undo: system },
  'akte.addDokument': { label: { de: 'Dokument hinzufügen', en: 'Add document' }, undo: system },
  'akte.recordAblage': { label: { de: 'Ablegen', en: 'File' }, undo: system },
  'postausgang.recordVersand': { label: { de: 'Versand festhalten', en: 'Record dispatch' }, undo: system },
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
  'workflow.deployProcess': {
    label: { de: 'In Kraft setzen', en: 'Deploy' },
    permission: 'process.deploy',
    undo: final(
      'Eine Fassung bleibt bestehen; eine frühere wird durch erneutes Inkraftsetzen zurückgeholt.',
      'A version stays; an earlier one is brought back by deploying it again.',
    ),
  },
  'workflow.deployDecision': {
    label: { de: 'Entscheidung in Kraft setzen', en: 'Deploy a decision' },
    permission: 'process.deploy',
    undo: final(
      'Eine Fassung bleibt bestehen; eine frühere wird durch erneutes Inkraftsetzen zurückgeholt.',
      'A version stays; an earlier one is brought back by deploying it again.',
    ),
  },
  'workflow.resolveIncident': {
    label: { de: 'Erneut versuchen', en: 'Try again' },
    permission: 'process.deploy',
    undo: final(
      'Der Schritt läuft sofort wieder an; scheitert er noch einmal, entsteht eine neue Störung.',
      'The step runs again at once; if it fails again, there is a new incident.',
    ),
  },
  'workflow.cancelInstance': {
    label: { de: 'Ablauf beenden', en: 'Cancel process' },
    permission: 'process.deploy',
    undo: final(
      'Ein beendeter Ablauf wird neu gestartet, nicht fortgesetzt.',
      'A cancelled process starts anew; it is not continued.',
    ),
  },
  'workflow.modifyInstance': {
    label: { de: 'Ablauf versetzen', en: 'Move process' },
    permission: 'process.deploy',
    undo: final(
      'Der Ablauf kann erneut versetzt werden; was er unterwegs getan hat, bleibt.',
      'The process can be moved again; what it did on its way stays.',
    ),
  },
  'workflow.migrateInstance': {
    label: { de: 'Auf andere Fassung umstellen', en: 'Move to another version' },
    permission: 'process.deploy',
    undo: final(
      'Der Ablauf kann auf die frühere Fassung zurückgestellt werden, solange sie zu ihm passt.',
      'The process can be moved back as long as the earlier version fits it.',
    ),
  },
  'aussonderung.transferAbgabe': {
    label: { de: 'Abgabe erstellen', en: 'Create transfer' },
    permission: 'aussonderung.transfer',
    undo: final(
      'Eine erstellte Abgabe bleibt nachweisbar; eine Korrektur ist eine neue Abgabe.',
      'A transfer stays on record; a correction is a new transfer.',
    ),
  },
  'identity.signIn': { label: { de: 'Anmelden', en: 'Sign in' }, undo: system },
  'identity.signOut': { label: { de: 'Abmelden', en: 'Sign out' }, undo: system },
  'demo.seedMandant': { label: { de: 'Vorführdaten anlegen', en: 'Create demo data' }, undo: system },
  'demo.moveClock': {
    label: { de: 'Uhr vorstellen', en: 'Move the clock' },
    permission: 'demo.moveClock',
    undo: final('Die Zeit läuft nur vorwärts.', 'Time only moves forward.'),
  },
} as const satisfies Record<string, ActDescription>;

export type ActName = keyof typeof ACTS;

/** Acts that a person performs; each has the route `POST /api/acts/<name>`. */
export type PersonActName = keyof ActInputs;
export type ActInput<Name extends PersonActName> = ActInputs[Name];
export type ActOutput<Name extends PersonActName> = ActOutputs[Name];
