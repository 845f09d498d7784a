import type { Akte, Dokument, Schriftgutobjekt, Vorgang } from '../model.js';
import { dokument } from './dokument.js';
import { historie, internerGeschaeftsgang } from './geschaeftsgang.js';
import {
  allgemeineMetadaten,
  archivspezifischeMetadaten,
  identifikation,
  laufzeit,
  verweis,
  zdA,
} from './grunddaten.js';
import { kontakt } from './kontakt.js';
import { each, text } from './xml.js';

/** An object that is handed over, in pieces of at most one Dokument. */
export function* schriftgutobjekt(value: Schriftgutobjekt): Generator<string> {
  yield '<xdomea:Schriftgutobjekt>';
  if (value.art === 'Akte') yield* akte('Akte', value);
  else if (value.art === 'Vorgang') yield* vorgang('Vorgang', value);
  else yield dokument('Dokument', value);
  yield '</xdomea:Schriftgutobjekt>\n';
}

function* akte(name: 'Akte' | 'Teilakte', value: Akte): Generator<string> {
  yield `<xdomea:${name}>`;
  yield (
    identifikation(value) + allgemeineMetadaten(value) + archivspezifischeMetadaten(value.archivspezifischeMetadaten)
  );
  yield text('Standort', value.standort) + text('Typ', value.typ) + laufzeit(value.laufzeit);
  yield historie(value.historie) + internerGeschaeftsgang(value.internerGeschaeftsgang);
  yield* akteninhalt(value);
  yield each(value.verweise, verweis) + each(value.kontakte, (each) => kontakt('Kontakt', each)) + zdA(value);
  yield `</xdomea:${name}>\n`;
}

function* akteninhalt({ dokumente = [], vorgaenge = [], teilakten = [] }: Akte): Generator<string> {
  if (dokumente.length + vorgaenge.length + teilakten.length === 0) return;
  yield '<xdomea:Akteninhalt>\n';
  yield* dokumentePiecewise(dokumente);
  for (const each of vorgaenge) yield* vorgang('Vorgang', each);
  for (const each of teilakten) yield* akte('Teilakte', each);
  yield '</xdomea:Akteninhalt>';
}

function* vorgang(name: 'Vorgang' | 'Teilvorgang', value: Vorgang): Generator<string> {
  yield `<xdomea:${name}>`;
  yield (
    identifikation(value) + allgemeineMetadaten(value) + archivspezifischeMetadaten(value.archivspezifischeMetadaten)
  );
  yield text('Aktenbetreff', value.aktenbetreff) + text('Typ', value.typ) + zdA(value) + laufzeit(value.laufzeit);
  yield historie(value.historie) + internerGeschaeftsgang(value.internerGeschaeftsgang);
  yield* dokumentePiecewise(value.dokumente ?? []);
  yield each(value.verweise, verweis) + each(value.kontakte, (each) => kontakt('Kontakt', each));
  for (const each of value.teilvorgaenge ?? []) yield* vorgang('Teilvorgang', each);
  yield `</xdomea:${name}>\n`;
}

function* dokumentePiecewise(values: readonly Dokument[]): Generator<string> {
  for (const value of values) yield `${dokument('Dokument', value)}\n`;
}
