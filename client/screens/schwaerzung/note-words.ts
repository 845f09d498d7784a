import type { SourceNote } from '../../../server/contract/schwaerzung-views.js';

/** What to know about the original before it is redacted. */
export function noteWords(note: SourceNote): string {
  return {
    signed: $localize`:@@redact.noteSigned:Das Original trägt eine Signatur. Sie gilt nicht für das neue Dokument.`,
    form: $localize`:@@redact.noteForm:Formularfelder werden zu Bild und Text; was in ihnen steht, muss mit markiert werden.`,
    attachments: $localize`:@@redact.noteAttachments:Angehängte Dateien kommen nicht mit.`,
    comments: $localize`:@@redact.noteComments:Kommentare kommen nicht mit; was von ihnen auf der Seite zu sehen ist, bleibt im Bild.`,
    pageWithoutText: $localize`:@@redact.noteNoText:Mindestens eine Seite ist nur ein Bild. Dort findet die Suche nichts; bitte jede Stelle mit einem Rechteck markieren.`,
  }[note];
}
