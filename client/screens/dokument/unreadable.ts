import type { PropertyName, Unreadable } from '../../../server/contract/reading-views.js';

/** Why a version says nothing, in words. */
export function unreadableWords(reason: Unreadable): string {
  const words: Readonly<Record<Unreadable, string>> = {
    kind: $localize`:@@reading.kind:Diese Art von Datei wird nicht gelesen.`,
    tooLarge: $localize`:@@reading.tooLarge:Die Datei ist zu groß, um sie zu öffnen.`,
    encrypted: $localize`:@@reading.encrypted:Die Datei ist verschlüsselt.`,
    damaged: $localize`:@@reading.damaged:Die Datei ist beschädigt.`,
    noText: $localize`:@@reading.noText:Die Datei enthält keinen Text, etwa weil sie ein Scan ist.`,
    guarded: $localize`:@@reading.guarded:Das Lesen dauerte zu lange und wurde beendet.`,
    tooDifferent: $localize`:@@reading.tooDifferent:Die Texte haben zu wenig gemeinsam.`,
  };
  return words[reason];
}

/** What a property is called. */
export function propertyWords(name: PropertyName): string {
  const words: Readonly<Record<PropertyName, string>> = {
    title: $localize`:@@property.title:Titel`,
    subject: $localize`:@@property.subject:Thema`,
    author: $localize`:@@property.author:Verfasst von`,
    lastModifiedBy: $localize`:@@property.lastModifiedBy:Zuletzt geändert von`,
    keywords: $localize`:@@property.keywords:Stichwörter`,
    application: $localize`:@@property.application:Programm`,
    producer: $localize`:@@property.producer:Erzeugt durch`,
    created: $localize`:@@property.created:Angelegt`,
    modified: $localize`:@@property.modified:Geändert`,
    revision: $localize`:@@property.revision:Bearbeitungen`,
    pages: $localize`:@@property.pages:Seiten`,
    width: $localize`:@@property.width:Breite`,
    height: $localize`:@@property.height:Höhe`,
    format: $localize`:@@property.format:Format`,
  };
  return words[name];
}
