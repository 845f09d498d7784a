import { MEDIUM, SCHRIFTGUTOBJEKTTYP, VERTRAULICHKEITSSTUFE } from '../codes.js';
import type { ArchivspezifischeMetadaten, Grunddaten, Tag, Verweis } from '../model.js';
import { code, element, flag, group, text } from './xml.js';

export function identifikation(record: Pick<Grunddaten, 'id' | 'nummerImUebergeordnetenContainer'>): string {
  return element(
    'Identifikation',
    text('ID', record.id),
    text('NummerImUebergeordnetenContainer', record.nummerImUebergeordnetenContainer),
  );
}

export function allgemeineMetadaten(record: Grunddaten): string {
  const { vertraulichkeitsstufe: stufe, medium, aktenplaneinheit: einheit } = record;
  return group(
    'AllgemeineMetadaten',
    text('Betreff', record.betreff),
    text('Kennzeichen', record.kennzeichen),
    text('Federfuehrung', record.federfuehrung),
    text('Aktenfuehrung', record.aktenfuehrung),
    code('Vertraulichkeitsstufe', 'Vertraulichkeitsstufe', stufe && VERTRAULICHKEITSSTUFE[stufe]),
    text('Bemerkung', record.bemerkung),
    code('Medium', 'Medium', medium && MEDIUM[medium]),
    group(
      'Aktenplaneinheit',
      text('Kennzeichen', einheit?.kennzeichen),
      text('Inhaltsangabe', einheit?.inhaltsangabe),
      text('BetreffKurz', einheit?.betreffKurz),
    ),
  );
}

export function archivspezifischeMetadaten(value: ArchivspezifischeMetadaten | undefined): string {
  return group(
    'ArchivspezifischeMetadaten',
    aufbewahrungsdauer(value?.aufbewahrungsdauer),
    aussonderungsart(value?.aussonderungsart),
    text('Kennung', value?.kennung),
    code('Bewertungsvorschlag', 'Bewertungsvorschlag', value?.bewertungsvorschlag),
    text('Aufbewahrungsende', value?.aufbewahrungsende),
  );
}

export function laufzeit(value: { readonly beginn?: Tag; readonly ende?: Tag } | undefined): string {
  return group('Laufzeit', text('Beginn', value?.beginn), text('Ende', value?.ende));
}

/** ZdA and ZdADatum stand side by side in Akte and Vorgang, though in different places. */
export function zdA(record: { readonly zdA?: 'closed' | 'open'; readonly zdADatum?: Tag }): string {
  const isClosed = record.zdA && (record.zdA === 'closed' ? 'yes' : 'no');
  return flag('ZdA', isClosed) + text('ZdADatum', record.zdADatum);
}

export function verweis(value: Verweis): string {
  return element(
    'Verweis',
    text('ID', value.id),
    code('SGOTyp', 'Schriftgutobjekttyp', SCHRIFTGUTOBJEKTTYP[value.typ]),
    text('SGOKennzeichen', value.kennzeichen),
    text('Bemerkung', value.bemerkung),
  );
}

function aufbewahrungsdauer(value: ArchivspezifischeMetadaten['aufbewahrungsdauer']): string {
  if (value === undefined) return '';
  return element(
    'Aufbewahrungsdauer',
    value === 'unbefristet' ? flag('Unbefristet', 'yes') : text('AnzahlJahre', value.anzahlJahre),
  );
}

function aussonderungsart(value: ArchivspezifischeMetadaten['aussonderungsart']): string {
  if (value === undefined) return '';
  return element(
    'Aussonderungsart',
    typeof value === 'string'
      ? code('Aussonderungsart', 'Aussonderungsart', value)
      : text('AussonderungsartKonfigurierbar', value.konfigurierbar),
  );
}
