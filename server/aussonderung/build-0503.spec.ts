import type { Dokument } from '../../archive/xdomea/model.js';
import { build0503 } from './build-0503.js';
import type { TransferDokument, TransferRecords, TransferVorgang } from './transfer-records.js';

const frame = {
  prozessId: '11111111-1111-4111-8111-111111111111',
  createdAt: new Date('2037-01-01T08:00:00Z'),
  partner: { name: 'Kreisarchiv', outsideDin91379: 'warn' as const },
  system: { name: 'Laufmappe', version: '1' },
};

const dokument = (id: string, own: Partial<TransferDokument> = {}): TransferDokument => ({
  id,
  parentId: null,
  nummer: 1,
  betreff: 'Brief',
  art: 'eingang',
  state: 'gueltig',
  date: null,
  receivedAt: null,
  createdBy: 'Ines Vogt',
  zusatz: [],
  versions: [],
  historie: [],
  ...own,
});

const vorgang: TransferVorgang = {
  id: '22222222-2222-4222-8222-222222222222',
  version: 3,
  state: 'zdA',
  aktenzeichen: '10.11.01-0001/2026/01',
  betreff: 'Neue Stellen',
  laufzeitBeginn: '2026-01-07',
  laufzeitEnde: '2026-11-24',
  zdaDate: '2026-11-24',
  aufbewahrungJahre: 10,
  aufbewahrungsende: '2036-12-31',
  sperren: [],
  aussonderungsart: 'A',
  vertraulichkeitsstufe: 'offen',
  federfuehrung: '10 Zentrale Verwaltung',
  medium: 'elektronisch',
  bemerkung: '',
  standort: '',
  zusatz: [],
  akte: { id: '33333333-3333-4333-8333-333333333333', aktenzeichen: '10.11.01-0001/2026', betreff: 'Stellenplan' },
  einheit: { kennzeichen: '10.11.01', titel: 'Stellenplan' },
  dokumente: [],
  historie: [],
  schritte: [],
};

function built(own: Partial<TransferVorgang>) {
  const records: TransferRecords = {
    mandant: { name: 'Musterkreis', behoerdenschluessel: '99010' },
    vorgaenge: [{ ...vorgang, ...own }],
  };
  const [object] = [...build0503(records, frame).schriftgutobjekte];
  if (object?.art !== 'Vorgang') throw new Error('expected a Vorgang');
  return object;
}

const formatOf = (fileName: string, mime: string) => {
  const version = {
    id: '44444444-4444-4444-8444-444444444444',
    nummer: 1,
    fileName,
    mime,
    sha256: '',
    size: 1,
    signature: 'none' as const,
    createdAt: new Date(0),
    createdBy: 'x',
  };
  const [dokumentBuilt] = built({ dokumente: [dokument('a', { versions: [version] })] }).dokumente ?? [];
  return dokumentBuilt?.versionen?.[0]?.formate[0];
};

describe('build0503', () => {
  it('tells the archive of a paper part and where it is, and says nothing where there is none', () => {
    expect(built({})).toMatchObject({ medium: 'elektronisch' });
    expect(built({})).not.toHaveProperty('bemerkung');
    const paper = built({ medium: 'hybrid', standort: 'Keller, Regal 3', bemerkung: 'mit Plänen' });
    expect(paper).toMatchObject({
      medium: 'hybrid',
      bemerkung: 'mit Plänen; Standort des Papierteils: Keller, Regal 3',
    });
  });

  it('F8 hands the extra fields over with the remark, of the Vorgang, its Akte and its Dokumente', () => {
    const { bemerkung, dokumente } = built({
      bemerkung: 'eilt',
      zusatz: ['Bauherr: Stadt', 'Lage: Nord\nSüd', 'Akte, Flurstück: 12/3'],
      dokumente: [dokument('a', { zusatz: ['Stempel: blau'], state: 'verworfen' }), dokument('b')],
    });
    expect(bemerkung).toBe('eilt; Bauherr: Stadt; Lage: Nord / Süd; Akte, Flurstück: 12/3');
    expect(dokumente?.[0]).toMatchObject({ bemerkung: 'Verworfener Entwurf, nie gezeichnet; Stempel: blau' });
    expect(dokumente?.[1]).not.toHaveProperty('bemerkung');
  });

  it('never says of an open Vorgang that it is closed', () => {
    expect(built({ state: 'offen', zdaDate: null })).toMatchObject({ zdA: 'open' });
    expect(built({ state: 'offen', zdaDate: null })).not.toHaveProperty('zdADatum');
  });

  it('loses no Dokument whose parent lies in another Vorgang', () => {
    const dokumente = [dokument('a'), dokument('b', { parentId: 'elsewhere' })];
    expect(built({ dokumente }).dokumente?.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('puts Anlagen below their Dokument, at every depth and in the order of their numbers', () => {
    const dokumente = [
      dokument('mail'),
      dokument('attachment', { parentId: 'mail', nummer: 2 }),
      dokument('inner', { parentId: 'attachment', nummer: 3 }),
      dokument('second', { parentId: 'mail', nummer: 4 }),
    ];
    const ids = (each: Dokument): unknown => [each.id, ...(each.anlagen ?? []).map(ids)];
    expect(built({ dokumente }).dokumente?.map(ids)).toEqual([['mail', ['attachment', ['inner']], ['second']]]);
  });

  it('carries the retention as it was fixed at z. d. A.', () => {
    expect(built({}).archivspezifischeMetadaten).toEqual({
      aufbewahrungsdauer: { anzahlJahre: 10 },
      aussonderungsart: 'A',
      aufbewahrungsende: '2036-12-31',
    });
    expect(built({ aufbewahrungJahre: null }).archivspezifischeMetadaten?.aufbewahrungsdauer).toBe('unbefristet');
  });

  it('refers to the Akte instead of claiming that it is handed over', () => {
    expect(built({})).toMatchObject({
      aktenbetreff: 'Stellenplan',
      verweise: [{ id: vorgang.akte.id, typ: 'Akte', kennzeichen: '10.11.01-0001/2026' }],
    });
  });

  it('writes the day of receipt as the day in Berlin', () => {
    const [letter] =
      built({ dokumente: [dokument('a', { receivedAt: new Date('2026-06-30T22:30:00Z') })] }).dokumente ?? [];
    expect(letter?.posteingangsdatum).toBe('2026-07-01');
  });

  it('gives the same Geschaeftsgang id in every message about a Vorgang, and none where nobody had anything to do', () => {
    const schritt = {
      schritt: 'Prüfung',
      frage: 'Stimmt „das“ – so?',
      askedAt: new Date('2026-01-07T08:00:00Z'),
      frist: '2026-01-14',
      completedAt: new Date('2026-07-07T22:30:00Z'),
      person: 'Jana Petersen',
      unit: '20.31 Liegenschaften',
      zeichnung: { art: 'mitzeichnung', decision: 'zustimmen', bemerkung: 'gern' },
      ...{ orderer: null, note: '' },
    };
    const gang = built({ schritte: [schritt] }).internerGeschaeftsgang;
    expect(gang?.id).toBe(built({ schritte: [schritt] }).internerGeschaeftsgang?.id);
    expect(gang?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(gang?.schritte[0]).toMatchObject({
      nummer: '1',
      verfuegung: { erstellungsuhrzeit: '09:00:00', terminDatum: '2026-01-14', notiz: 'Stimmt "das" - so?' },
      bearbeitung: { datum: '2026-07-08', uhrzeit: '00:30:00', vermerk: 'Mitzeichnung: zustimmen', notiz: 'gern' },
    });
    expect(built({})).not.toHaveProperty('internerGeschaeftsgang');
  });

  it('names whoever has ordered a step by a Verfügung, and what was written beside it', () => {
    const schritt = {
      ...{ schritt: 'Verfügung vom 07.01.2026', frage: 'Bitte nehmen Sie zur Kenntnis.', frist: null, zeichnung: null },
      ...{ askedAt: new Date('2026-01-07T08:00:00Z'), completedAt: new Date('2026-01-08T08:00:00Z') },
      ...{ person: 'Ruth Lindqvist', unit: '20 Finanzen', note: 'gelesen' },
      orderer: { person: 'Jana Petersen', unit: '20.31 Liegenschaften' },
    };
    expect(built({ schritte: [schritt] }).internerGeschaeftsgang?.schritte[0]).toMatchObject({
      verfuegung: { ersteller: { person: { familienname: 'Jana Petersen' } } },
      bearbeitung: { vermerk: 'erledigt', notiz: 'gelesen' },
    });
    const asked = built({ schritte: [{ ...schritt, orderer: null, note: '' }] }).internerGeschaeftsgang?.schritte[0];
    expect(asked?.verfuegung.ersteller).toHaveProperty('institution');
    expect(asked?.bearbeitung).not.toHaveProperty('notiz');
  });

  it('composes NFD names but leaves every other letter of the record alone', () => {
    expect(built({ betreff: 'Pru\u0308fung „Ṟaḵīmov“ – 2' }).betreff).toBe('Prüfung „Ṟaḵīmov“ – 2');
  });

  it.each([
    ['a.pdf', 'application/pdf', { dateiformat: '018' }],
    ['rechnung.bin', 'application/xml', { dateiformat: '030' }],
    ['brief.docx', 'application/octet-stream', { dateiformat: '035' }],
    ['foto.heic', 'image/heic', { dateiformat: '100', sonstigerName: 'image/heic' }],
    ['ohne', '', { dateiformat: '100', sonstigerName: 'unbekannt' }],
  ])('gives %s of type %p its Dateiformat', (fileName, mime, expected) => {
    expect(formatOf(fileName, mime)).toMatchObject(expected);
  });
});
