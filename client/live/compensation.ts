import type { ActInput, ActOutput, PersonActName } from '../../server/contract/acts.js';

/** An act with its input, ready to be run. */
export type PreparedAct = { [Name in PersonActName]: { name: Name; input: ActInput<Name> } }[PersonActName];

/**
 * The act that takes another one back, or null where there is none. It is an ordinary act of its own in the Protokoll.
 * @param personId who did the act: a handed-over Aufgabe comes back to that person
 */
export function compensation<Name extends PersonActName>(
  name: Name,
  input: ActInput<Name>,
  output: ActOutput<Name>,
  personId: string,
): PreparedAct | null {
  const build = COMPENSATIONS[name];
  return build ? build(input, output, personId) : null;
}

type Build<Name extends PersonActName> = (
  input: ActInput<Name>,
  output: ActOutput<Name>,
  personId: string,
) => PreparedAct;

const COMPENSATIONS: { readonly [Name in PersonActName]?: Build<Name> } = {
  'posteingang.assignEingang': ({ eingangId }, { version }) => ({
    name: 'posteingang.unassignEingang',
    input: { eingangId, version },
  }),
  'posteingang.setAsideEingang': ({ eingangId }, { version }) => ({
    name: 'posteingang.resumeEingang',
    input: { eingangId, version },
  }),
  'posteingang.forwardEingang': ({ eingangId }, { version }) => ({
    name: 'posteingang.recallEingang',
    input: { eingangId, version },
  }),
  'posteingang.orderReceipt': ({ eingangId }, { version }) => ({
    name: 'posteingang.holdReceipt',
    input: { eingangId, version },
  }),
  'posteingang.linkDuplicate': ({ eingangId }, { version }) => ({
    name: 'posteingang.unlinkDuplicate',
    input: { eingangId, version },
  }),
  'posteingang.rearrangeScans': (_input, { rearrangementId }) => ({
    name: 'posteingang.restoreScans',
    input: { rearrangementId },
  }),
  'annotation.addAnnotation': (_input, output) => ({ name: 'annotation.removeAnnotation', input: output }),
  'annotation.editAnnotation': ({ annotationId }, { version, before }) => ({
    name: 'annotation.editAnnotation',
    input: { annotationId, version, ...before },
  }),
  'annotation.removeAnnotation': ({ annotationId }, { version }) => ({
    name: 'annotation.restoreAnnotation',
    input: { annotationId, version },
  }),
  'annotation.restoreAnnotation': ({ annotationId }, { version }) => ({
    name: 'annotation.removeAnnotation',
    input: { annotationId, version },
  }),
  'dokument.checkOut': ({ dokumentId }) => ({ name: 'dokument.cancelCheckout', input: { dokumentId } }),
  'search.keepSearch': (_input, { id }) => ({ name: 'search.removeSearch', input: { id } }),
  'kontakt.mergeKontakt': ({ id }, { version }) => ({ name: 'kontakt.splitKontakt', input: { id, version } }),
  'kontakt.addBeteiligung': (_input, { id }) => ({ name: 'kontakt.endBeteiligung', input: { id } }),
  'zusatzfeld.defineZusatzfeld': (_input, output) => ({ name: 'zusatzfeld.retireZusatzfeld', input: output }),
  'zusatzfeld.retireZusatzfeld': (_input, output) => ({ name: 'zusatzfeld.restoreZusatzfeld', input: output }),
  'zusatzfeld.restoreZusatzfeld': (_input, output) => ({ name: 'zusatzfeld.retireZusatzfeld', input: output }),
  'akte.orderPdf': (_input, { pdfId }) => ({ name: 'akte.abortPdf', input: { pdfId } }),
  'akteneinsicht.orderAkteneinsicht': (_input, { akteneinsichtId }) => ({
    name: 'akteneinsicht.cancelAkteneinsicht',
    input: { akteneinsichtId },
  }),
  'vorlage.haltSerienbrief': ({ id }, { version }) => ({ name: 'vorlage.resumeSerienbrief', input: { id, version } }),
  'vorlage.resumeSerienbrief': ({ id }, { version }) => ({ name: 'vorlage.haltSerienbrief', input: { id, version } }),
  'wording.changeWord': ({ term, language }, { version, before }) => ({
    name: 'wording.changeWord',
    input: { term, language, forms: before, version },
  }),
  'stapel.startStapel': ({ stapelId }, { wayBack }) => ({
    name: wayBack === 'takeBack' ? 'stapel.takeBackStapel' : 'stapel.abortStapel',
    input: { stapelId },
  }),
  'identity.switchOff': ({ personId, reason }) => ({
    name: 'identity.switchOn',
    input: { personId, reason: takenBack(reason) },
  }),
  'identity.switchOn': ({ personId, reason }) => ({
    name: 'identity.switchOff',
    input: { personId, reason: takenBack(reason) },
  }),
  'frist.suspendVorgang': ({ vorgangId, reason }, { version }) => ({
    name: 'frist.resumeVorgang',
    input: { vorgangId, version, reason: takenBack(reason) },
  }),
  'verfuegung.orderVerfuegung': (_input, output) => ({ name: 'verfuegung.recallVerfuegung', input: output }),
  'access.grantRule': (_input, { ruleId }) => ({ name: 'access.withdrawRule', input: { ruleId } }),
  'access.grantTemporaryRight': (_input, { temporaryRightId }) => ({
    name: 'access.endTemporaryRight',
    input: { temporaryRightId },
  }),
  'access.appointVertretung': (_input, { vertretungId }) => ({
    name: 'access.endVertretung',
    input: { vertretungId },
  }),
  'aufgabe.claimAufgabe': ({ aufgabeId }, { version }) => ({
    name: 'aufgabe.releaseAufgabe',
    input: { aufgabeId, version },
  }),
  'aufgabe.releaseAufgabe': ({ aufgabeId }, { version }) => ({
    name: 'aufgabe.claimAufgabe',
    input: { aufgabeId, version },
  }),
  'aufgabe.setWiedervorlage': ({ aufgabeId }, { before }) =>
    before
      ? { name: 'aufgabe.setWiedervorlage', input: { aufgabeId, ...before } }
      : { name: 'aufgabe.endWiedervorlage', input: { aufgabeId } },
  'aufgabe.endWiedervorlage': ({ aufgabeId }, { before }) => ({
    name: 'aufgabe.setWiedervorlage',
    input: { aufgabeId, ...before },
  }),
  'aufgabe.keepFilter': (_input, { id }) => ({ name: 'aufgabe.removeFilter', input: { id } }),
  'aufgabe.arrangeAufgaben': (_input, { before }) => ({ name: 'aufgabe.arrangeAufgaben', input: before }),
  'board.arrangeBoard': (_input, { before }) => ({ name: 'board.arrangeBoard', input: before }),
  'notification.markNotifications': ({ state }, { changed }) => ({
    name: 'notification.markNotifications',
    input: { ids: changed, state: state === 'read' ? 'unread' : 'read' },
  }),
  'notification.arrangeNotifications': (_input, { before }) => ({
    name: 'notification.arrangeNotifications',
    input: before,
  }),
  'aufgabe.assignAufgabe': ({ aufgabeId, reason }, { fromId }) => ({
    name: 'aufgabe.assignAufgabe',
    input: { aufgabeId, toId: fromId, reason: takenBack(reason) },
  }),
  'aufgabe.forwardAufgabe': ({ aufgabeId }, { version }, personId) => ({
    name: 'aufgabe.forwardAufgabe',
    input: { aufgabeId, version, personId, note: '' },
  }),
};

/** The reason of an act that takes back another one which had a reason; in German, as the Protokoll is read. */
function takenBack(reason: string): string {
  return `Zurückgenommen: ${reason}`.slice(0, 500);
}
