import type { Rejection } from '../contract/rejections.js';
import { closeVorgang, closingObstacles, requireOpen, type ClosingFacts, type Vorgang } from './akte.js';

const open: Vorgang = {
  id: '00000000-0000-4000-8000-000000000001',
  akteId: '00000000-0000-4000-8000-000000000002',
  aktenzeichen: '20.31.05-0001/2026/01',
  betreff: 'Fassade Kreishaus',
  state: 'offen',
  laufzeitBeginn: '2026-03-02',
  zdaDate: null,
  version: 3,
};
const clean: ClosingFacts = {
  dokumente: 2,
  openAufgaben: [],
  runningProcesses: [],
  startingProcesses: 0,
  receiptsUnderway: 0,
  openErsuchen: [],
  runningLaufwege: [],
  openPunkte: [],
  undatedDokumente: [],
  drafts: [],
  openTeilvorgaenge: [],
  missingValues: [],
  checkedOut: [],
};
const tenYears = {
  plan: { jahre: 10, counting: 'yearEnd', start: 'zdA' },
  akte: null,
  vorgang: null,
  event: null,
  aussonderungsart: 'A',
} as const;

describe('closeVorgang', () => {
  it('refuses a Vorgang that is z. d. A. already and says since when', () => {
    const closed: Vorgang = { ...open, state: 'zdA', zdaDate: '2026-11-03' };
    const answer = closeVorgang(closed, clean, tenYears, '2026-11-24') as Rejection;
    expect(answer.reasons[0]?.message.de).toContain('z. d. A. seit 03.11.2026');
  });

  it('refuses an empty Vorgang', () => {
    const answer = closeVorgang(open, { ...clean, dokumente: 0 }, tenYears, '2026-11-24');
    expect(answer).toMatchObject({ code: 'akte.notClosable', reasons: [{ code: 'akte.empty' }] });
  });

  it('names every obstacle at once, not the first one only', () => {
    const facts: ClosingFacts = {
      dokumente: 3,
      openAufgaben: [
        { id: 'a1', name: 'Rechnung prüfen' },
        { id: 'a2', name: 'Mitzeichnung' },
      ],
      runningProcesses: [{ id: '7', name: 'Rechnungsfreigabe' }],
      startingProcesses: 1,
      receiptsUnderway: 1,
      openErsuchen: ['Gemeinde Ostfeld'],
      runningLaufwege: [2],
      openPunkte: [{ id: 'f1', nummer: 2, name: { de: 'z. K.', en: 'For information' } }],
      undatedDokumente: [{ id: 'd1', name: 'Scan 3' }],
      drafts: [{ id: 'd2', name: 'Freigabevermerk' }],
      openTeilvorgaenge: [{ id: 't1', name: '20.31.05-0001/2026/01/01' }],
      missingValues: [
        { noun: 'vorgang', id: 'v1', record: '20.31.05-0001/2026/01', label: { de: 'Flurstück', en: 'Parcel' } },
      ],
      checkedOut: [{ id: 'd3', name: 'Bescheid', person: 'Jana Petersen', since: '2026-11-20' }],
    };
    const answer = closeVorgang(open, facts, tenYears, '2026-11-24') as Rejection;
    expect(answer.reasons.map(({ code }) => code)).toEqual([
      'akte.openAufgabe',
      'akte.openAufgabe',
      'akte.processRunning',
      'akte.processStarting',
      'akte.receiptUnderway',
      'akte.ersuchenOpen',
      'akte.laufwegRunning',
      'akte.punktOpen',
      'akte.undatedDokument',
      'zusatzfeld.missing',
      'akte.draft',
      'akte.openTeilvorgang',
      'dokument.checkedOut',
    ]);
    expect(answer.reasons.map(({ link }) => link?.id)).toEqual([
      'a1',
      'a2',
      '7',
      undefined,
      undefined,
      undefined,
      undefined,
      'f1',
      'd1',
      'v1',
      'd2',
      't1',
      'd3',
    ]);
    expect(answer.reasons.at(-1)?.message.de).toContain('Jana Petersen, seit 20.11.2026');
  });

  it('closes on the day of the act and counts the Aufbewahrungsfrist from the end of that year', () => {
    expect(closeVorgang(open, clean, tenYears, '2026-11-24')).toMatchObject({
      zdaDate: '2026-11-24',
      laufzeitEnde: '2026-11-24',
      frist: { jahre: 10, from: { jahre: 'plan' } },
      fristbeginn: '2026-11-24',
      aufbewahrungsende: '2036-12-31',
    });
  });

  it('closes without an end where the Aktenplan says unbefristet', () => {
    const plan = { ...tenYears.plan, jahre: null };
    expect(closeVorgang(open, clean, { ...tenYears, plan }, '2026-11-24')).toMatchObject({ aufbewahrungsende: null });
  });

  it('closes without beginning where the event of the period is still missing', () => {
    const akte = { jahre: 'inherited', counting: null, start: 'event' } as const;
    expect(closeVorgang(open, clean, { ...tenYears, akte }, '2026-11-24')).toMatchObject({
      fristbeginn: null,
      aufbewahrungsende: null,
    });
  });
});

describe('requireOpen', () => {
  it('refuses further Dokumente in a Vorgang that has been handed over', () => {
    expect(requireOpen({ ...open, state: 'abgegeben', zdaDate: '2026-01-01' })).toMatchObject({ code: 'akte.closed' });
  });

  it('lets an open Vorgang pass', () => {
    expect(requireOpen(open)).toBeNull();
    expect(closingObstacles(open, clean)).toEqual([]);
  });
});
