/** One position of the Aktenplan. Its parent is the position whose Kennzeichen is one level shorter. */
export interface AktenplanPosition {
  /** Two digits per level, e.g. `20.31.04`. */
  readonly kennzeichen: string;
  readonly titel: string;
  /** Aufbewahrungsfrist in years, or null for unbefristet. */
  readonly jahre: number | null;
  /** A archivwuerdig, B zu bewerten, V zu vernichten. */
  readonly aussonderungsart: 'A' | 'B' | 'V';
}

/**
 * Aktenplan of the demo Mandant "Musterkreis", parents before children. Texts and choice are our own; periods follow
 * the usual ones of a Kreis (10 years for vouchers: § 147 Abs. 3 AO and the GemHVO of the Laender).
 */
export const AKTENPLAN: readonly AktenplanPosition[] = [
  position('10', 'Zentrale Verwaltung', 10, 'B'),
  position('10.01', 'Kreistag und Ausschüsse', null, 'A'),
  position('10.01.01', 'Sitzungen des Kreistags', null, 'A'),
  position('10.01.02', 'Sitzungen der Ausschüsse', 30, 'A'),
  position('10.02', 'Kreisrecht', null, 'A'),
  position('10.02.01', 'Satzungen und Verordnungen', null, 'A'),
  position('10.02.02', 'Dienstanweisungen', 10, 'A'),
  position('10.11', 'Organisation', 10, 'B'),
  position('10.11.01', 'Geschäftsverteilung und Stellenplan', 10, 'A'),
  position('10.11.02', 'Schriftgutverwaltung und Aktenplan', 30, 'A'),
  position('10.12', 'Informationstechnik', 5, 'V'),
  position('10.12.01', 'Beschaffung von Geräten und Programmen', 10, 'V'),
  position('10.12.02', 'Informationssicherheit', 10, 'B'),
  position('10.21', 'Personal', 10, 'B'),
  position('10.21.01', 'Stellenausschreibungen', 5, 'V'),
  position('10.21.02', 'Aus- und Fortbildung', 5, 'V'),
  position('20', 'Finanzen', 10, 'B'),
  position('20.11', 'Haushalt', 10, 'A'),
  position('20.11.01', 'Haushaltsplan und Haushaltssatzung', 30, 'A'),
  position('20.11.02', 'Jahresabschluss', 30, 'A'),
  position('20.21', 'Kasse', 10, 'V'),
  position('20.21.01', 'Zahlungsverkehr', 10, 'V'),
  position('20.21.02', 'Vollstreckung', 10, 'V'),
  position('20.31', 'Liegenschaften', 10, 'B'),
  position('20.31.01', 'Erwerb und Veräußerung von Grundstücken', 30, 'A'),
  position('20.31.02', 'Mieten und Pachten', 10, 'B'),
  position('20.31.04', 'Bewirtschaftung der Liegenschaften', 10, 'V'),
  position('20.31.05', 'Baumaßnahmen und Sanierung eigener Gebäude', 10, 'A'),
  position('20.41', 'Zuwendungen', 10, 'B'),
  position('20.41.01', 'Förderung von Vereinen', 10, 'B'),
  position('32', 'Sicherheit und Ordnung', 10, 'B'),
  position('32.11', 'Allgemeine Gefahrenabwehr', 5, 'B'),
  position('32.11.01', 'Versammlungen und Veranstaltungen', 5, 'B'),
  position('32.11.02', 'Ordnungswidrigkeiten', 5, 'V'),
  position('32.21', 'Straßenverkehr', 5, 'V'),
  position('32.21.01', 'Fahrerlaubnisse', 10, 'V'),
  position('32.21.02', 'Verkehrsrechtliche Anordnungen', 10, 'B'),
  position('32.31', 'Brand- und Katastrophenschutz', 30, 'A'),
  position('32.31.01', 'Katastrophenschutzpläne', 30, 'A'),
  position('32.31.02', 'Einsatzberichte', 10, 'A'),
  position('40', 'Schulen und Kultur', 10, 'B'),
  position('40.11', 'Schulträgerschaft', 30, 'A'),
  position('40.11.01', 'Schulentwicklungsplanung', 30, 'A'),
  position('40.11.02', 'Schülerbeförderung', 5, 'V'),
  position('40.21', 'Kulturpflege', 10, 'A'),
  position('40.21.01', 'Heimatpflege und Museen', 10, 'A'),
  position('50', 'Soziales und Jugend', 10, 'B'),
  position('50.11', 'Leistungen zum Lebensunterhalt', 10, 'B'),
  position('50.11.01', 'Grundsicherung', 10, 'V'),
  position('50.11.02', 'Wohngeld', 5, 'V'),
  position('50.21', 'Jugendhilfe', 30, 'B'),
  position('50.21.01', 'Jugendhilfeplanung', 10, 'A'),
  position('50.21.02', 'Kindertagesbetreuung', 10, 'B'),
  position('63', 'Bauen und Umwelt', 30, 'B'),
  position('63.11', 'Bauaufsicht', 30, 'A'),
  position('63.11.01', 'Baugenehmigungen', null, 'A'),
  position('63.11.02', 'Bauanzeigen und Freistellungen', 30, 'B'),
  position('63.21', 'Denkmalschutz', null, 'A'),
  position('63.21.01', 'Denkmalliste', null, 'A'),
  position('63.31', 'Natur- und Gewässerschutz', 30, 'B'),
  position('63.31.01', 'Wasserrechtliche Erlaubnisse', 30, 'A'),
  position('63.31.02', 'Eingriffe und Ausgleichsflächen', 30, 'A'),
];

function position(
  kennzeichen: string,
  titel: string,
  jahre: number | null,
  aussonderungsart: AktenplanPosition['aussonderungsart'],
): AktenplanPosition {
  return { kennzeichen, titel, jahre, aussonderungsart };
}
