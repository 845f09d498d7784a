import { randomUUID } from 'node:crypto';
import type { ActInput, PersonActName } from '../../../server/contract/acts.js';

const nobody = randomUUID();
const row = { version: 1 };
const today = { validFrom: new Date().toISOString().slice(0, 10) };
const position = { aufbewahrung: 10, aussonderungsart: 'V' } as const;

/** Input of the right shape about something that does not exist. The type demands an entry for every act of a person. */
export const UNKNOWN: { readonly [Name in PersonActName]: ActInput<Name> } = {
  'posteingang.receiveUpload': { uploadId: nobody },
  'posteingang.assignEingang': {
    ...row,
    eingangId: nobody,
    target: { kind: 'vorgang', vorgangId: nobody },
    betreff: 'Brief',
    letterDate: null,
    processId: null,
  },
  'posteingang.setAsideEingang': { ...row, eingangId: nobody, note: 'warum' },
  'posteingang.resumeEingang': { ...row, eingangId: nobody },
  'aufgabe.claimAufgabe': { ...row, aufgabeId: nobody },
  'aufgabe.releaseAufgabe': { ...row, aufgabeId: nobody },
  'aufgabe.forwardAufgabe': { ...row, aufgabeId: nobody, personId: nobody, note: '' },
  'aufgabe.completeAufgabe': { ...row, aufgabeId: nobody, data: {} },
  'zeichnung.signDokument': { ...row, aufgabeId: nobody, password: 'geheim' },
  'rechnung.stornoRechnung': { ...row, vorgangId: nobody, reason: 'warum' },
  'akte.closeZdA': { ...row, vorgangId: nobody },
  'akte.reopenVorgang': { ...row, vorgangId: nobody, reason: 'warum' },
  'dokument.addUpload': {
    ...{ uploadId: nobody, vorgangId: nobody, betreff: 'Vermerk', art: 'vermerk', date: null, state: 'entwurf' },
  },
  'dokument.dropUpload': { uploadId: nobody },
  'dokument.editDokument': { ...row, dokumentId: nobody, betreff: 'Vermerk', art: 'vermerk', date: null },
  'dokument.addVersion': { ...row, dokumentId: nobody, uploadId: nobody, comment: '' },
  'dokument.checkOut': { ...row, dokumentId: nobody },
  'dokument.checkIn': { dokumentId: nobody, uploadId: nobody, comment: '' },
  'dokument.cancelCheckout': { dokumentId: nobody },
  'dokument.takeCheckout': { dokumentId: nobody, reason: 'warum' },
  'dokument.seeTaken': { checkoutId: nobody },
  'dokument.finalizeDokument': { ...row, dokumentId: nobody },
  'dokument.resetFinal': { ...row, dokumentId: nobody, reason: 'warum' },
  'aktenplan.addEinheit': { ...position, kennzeichen: '99', titel: 'Neu', parentId: nobody, ...today },
  'aktenplan.changeEinheit': { ...row, ...position, ...today, einheitId: nobody, titel: 'Neu' },
  'aktenplan.moveEinheit': { ...row, ...today, einheitId: nobody, parentId: null },
  'aktenplan.closeEinheit': { ...row, ...today, einheitId: nobody },
  'aktenplan.importAktenplan': { ...today, importId: nobody, missing: 'keep' },
  'aktenplan.reopenEinheit': { ...row, ...today, einheitId: nobody },
  'access.grantRule': { place: { kind: 'akte', id: nobody }, subject: { kind: 'house' }, right: 'read' },
  'access.withdrawRule': { ruleId: nobody },
  'access.protectAkte': {
    ...{ ...row, akteId: nobody, reason: 'warum' },
    rules: [{ subject: { kind: 'house' }, right: 'manage' }],
  },
  'access.unprotectAkte': { ...row, akteId: nobody, reason: 'warum' },
  'access.classifyRecord': { ...row, kind: 'akte', id: nobody, stufe: 'offen', reason: 'warum' },
  'access.grantTemporaryRight': { vorgangId: nobody, personId: nobody, until: '2099-12-31', reason: 'warum' },
  'access.endTemporaryRight': { temporaryRightId: nobody },
  'access.setClearance': { personId: nobody, stufe: 'offen', reason: 'warum' },
  'access.appointVertretung': {
    ...{ personId: nobody, deputyId: nobody, aktenplaneinheitId: null },
    ...{ from: '2099-12-30', until: '2099-12-31' },
  },
  'access.endVertretung': { vertretungId: nobody },
  'search.keepSearch': { name: 'Suche', query: 'Bescheid', shared: false },
  'search.removeSearch': { id: nobody },
  'workflow.deployProcess': { xml: '<definitions/>' },
  'workflow.deployDecision': { xml: '<definitions/>' },
  'workflow.resolveIncident': { incidentKey: '1' },
  'workflow.cancelInstance': { instanceKey: '1', reason: 'Versuch' },
  'workflow.modifyInstance': { instanceKey: '1', terminate: [], activate: ['SachlichePruefung'], reason: 'Versuch' },
  'workflow.migrateInstance': { instanceKey: '1', version: 1, mapping: {}, reason: 'Versuch' },
  'aussonderung.transferAbgabe': { vorgangIds: [nobody] },
  'protokoll.rotateKey': { keyHash: '00000000', reason: 'Versuch' },
  'protokoll.takeCheckpoint': { covering: 999_999_999 },
  'protokoll.eraseContent': { akteId: nobody, sequences: [1], reason: 'Versuch' },
  'aussonderung.setAufbewahrungsfrist': {
    ...{ objectKind: 'vorgang', objectId: nobody, version: 0, jahre: 30, counting: null, start: null },
    ...{ reason: 'warum', shorteningReason: null },
  },
  'aussonderung.recordEvent': {
    ...{ objectKind: 'vorgang', objectId: nobody, version: 0, day: '2020-01-01' },
    ...{ reason: 'warum', shorteningReason: null },
  },
  'aussonderung.setSperre': { objectKind: 'vorgang', objectId: nobody, reason: 'warum' },
  'aussonderung.liftSperre': { sperreId: nobody, reason: 'warum' },
  'demo.moveClock': { days: 1 },
};
