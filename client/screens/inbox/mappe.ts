import type { AufgabeView, DokumentView } from '../../../server/contract/views.js';

/** The Dokumente that an Aufgabe is about: the Umlaufmappe of its Laufweg in its order, else all of the Vorgang. */
export function inMappe({ laufweg, dokumente }: AufgabeView): readonly DokumentView[] {
  if (!laufweg) return dokumente;
  return laufweg.dokumente.flatMap(({ dokumentId }) => dokumente.find(({ id }) => id === dokumentId) ?? []);
}
