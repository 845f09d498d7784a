import type { StapelCounts, StapelOperation, StapelState } from '../../../server/contract/stapel-views.js';

/** How far a batch is. */
export function wordOfState(state: StapelState): string {
  const words: Readonly<Record<StapelState, string>> = {
    pruefung: $localize`:@@stapel.checking:Prüfung läuft`,
    geprueft: $localize`:@@stapel.checked:geprüft, wartet auf Start`,
    laufend: $localize`:@@stapel.running:läuft`,
    fertig: $localize`:@@stapel.finished:fertig`,
    abgebrochen: $localize`:@@stapel.aborted:abgebrochen`,
  };
  return words[state];
}

/** What became of one target. */
export function wordOfPosten(state: keyof StapelCounts): string {
  const words: Readonly<Record<keyof StapelCounts, string>> = {
    offen: $localize`:@@stapel.open:nicht versucht`,
    bereit: $localize`:@@stapel.ready:bereit`,
    abgelehnt: $localize`:@@stapel.refused:abgelehnt`,
    erledigt: $localize`:@@stapel.done:erledigt`,
  };
  return words[state];
}

/** Operations that the page offers for each kind of record; those that need more than a reason are in the API only. */
/** Operations that people put together by hand; the others come from the transfer or the distribution of work, or from the desk. */
export type OfferedOperation = Exclude<
  StapelOperation,
  'transferAufgabe' | 'assignAufgabe' | 'releaseCheckout' | 'endVertretung' | 'fileEingang' | 'unassignEingang'
>;

export const OFFERED: Readonly<Record<'akte' | 'vorgang' | 'dokument', readonly OfferedOperation[]>> = {
  akte: ['classifyAkte', 'setFristAkte', 'setFederfuehrung'],
  vorgang: ['closeZdA', 'reopenVorgang', 'classifyVorgang', 'setFristVorgang'],
  dokument: ['discardDokument', 'restoreDokument', 'setDokumentArt'],
};

/** Name of an operation as the menu says it. */
export function wordOfOperation(operation: OfferedOperation): string {
  const words: Readonly<Record<OfferedOperation, string>> = {
    closeZdA: $localize`:@@stapel.closeZdA:Vorgänge z. d. A. verfügen`,
    reopenVorgang: $localize`:@@stapel.reopenVorgang:Vorgänge wieder öffnen`,
    classifyVorgang: $localize`:@@stapel.classifyVorgang:Vorgänge einstufen`,
    classifyAkte: $localize`:@@stapel.classifyAkte:Akten einstufen`,
    setFristVorgang: $localize`:@@stapel.setFristVorgang:Aufbewahrungsfrist der Vorgänge setzen`,
    setFristAkte: $localize`:@@stapel.setFristAkte:Aufbewahrungsfrist der Akten setzen`,
    setFederfuehrung: $localize`:@@stapel.setFederfuehrung:Federführung der Akten ändern`,
    moveDokument: $localize`:@@stapel.moveDokument:Dokumente umhängen`,
    discardDokument: $localize`:@@stapel.discardDokument:Dokumente in den Papierkorb legen`,
    restoreDokument: $localize`:@@stapel.restoreDokument:Dokumente aus dem Papierkorb holen`,
    setDokumentArt: $localize`:@@stapel.setDokumentArt:Dokumentart ändern`,
  };
  return words[operation];
}

type FieldName = 'reason' | 'stufe' | 'jahre' | 'art' | 'federfuehrungId';

/** What an operation asks for besides its targets. */
export function fieldsOf(operation: OfferedOperation): readonly FieldName[] {
  const fields: Readonly<Record<OfferedOperation, readonly FieldName[]>> = {
    closeZdA: [],
    reopenVorgang: ['reason'],
    classifyVorgang: ['stufe', 'reason'],
    classifyAkte: ['stufe', 'reason'],
    setFristVorgang: ['jahre', 'reason'],
    setFristAkte: ['jahre', 'reason'],
    setFederfuehrung: ['federfuehrungId'],
    moveDokument: ['reason'],
    discardDokument: ['reason'],
    restoreDokument: [],
    setDokumentArt: ['art'],
  };
  return fields[operation];
}

/** The fields as the server takes them: years are a number, and counting as the Aktenplan says. */
export function inputOf(
  operation: OfferedOperation,
  typed: Readonly<Record<FieldName, string>>,
): Record<string, unknown> {
  const fields = fieldsOf(operation);
  const given = Object.fromEntries(fields.map((field) => [field, typed[field]]));
  if (!fields.includes('jahre')) return given;
  const jahre = typed.jahre.trim() === '' ? null : Number(typed.jahre);
  return { ...given, jahre, counting: null, start: null, shorteningReason: null };
}
