import { akteObstacles, canBeFetched, MOST, refuseAll, selectDokumente, whyLeftOut } from './weitergabe.js';
import type { AkteFacts, Candidate } from './weitergabe.js';
import { readCode } from './pickup-secrets.js';

const candidate = (own: Partial<Candidate> = {}): Candidate => ({
  ...{ id: 'd1', vorgangId: 'v1', vorgang: '20.31-1/1', vorgangBetreff: 'Fassade', nummer: 1, betreff: 'Angebot' },
  ...{ art: 'eingang', date: null, place: 'register', state: 'gueltig', version: 1, fileName: 'a.txt', size: 10 },
  ...{ sha256: 'a'.repeat(64), stufe: 'offen', editor: null },
  ...own,
});
const akte = (own: Partial<AkteFacts> = {}): AkteFacts => ({
  ...{ id: 'a1', aktenzeichen: '20.31-1', betreff: 'Kreishaus', kennzeichen: '20.31', level: 1 },
  ...{ openVorgaenge: [], openAufgaben: 0, runningClosings: 0, sperren: [], unseen: 'nothing' },
  ...own,
});
const codes = (obstacles: readonly { code: string }[]) => obstacles.map(({ code }) => code);

describe('what of an Akte is handed over', () => {
  it('refuses each Dokument that must not go, and names it when it was chosen by name', () => {
    const stays = [
      candidate({ id: 'bin', place: 'bin' }),
      candidate({ id: 'unlinked', place: 'unlinked' }),
      candidate({ id: 'draft', state: 'entwurf' }),
      candidate({ id: 'edited', editor: 'Deniz Aydın' }),
      candidate({ id: 'secret', stufe: 'vertraulich' }),
    ];
    const expected = [
      ...['weitergabe.notInRegister', 'weitergabe.notInRegister', 'weitergabe.draft', 'weitergabe.checkedOut'],
      'weitergabe.tooConfidential',
    ];
    expect(stays.map((each) => whyLeftOut(each, 'aussen')?.code)).toEqual(expected);
    const named = selectDokumente(
      [...stays, candidate()],
      stays.map(({ id }) => id),
      'kopie',
      'aussen',
    );
    expect(codes(named.obstacles)).toEqual([...expected, 'weitergabe.nothing']);
    expect(selectDokumente([...stays, candidate()], null, 'kopie', 'aussen')).toMatchObject({
      ...{ going: [{ id: 'd1' }], obstacles: [] },
    });
  });

  it('lets what is VS-NfD go by a link, and what is confidential only to another Mandant', () => {
    expect(whyLeftOut(candidate({ stufe: 'nurFuerDenDienstgebrauch' }), 'aussen')).toBeNull();
    expect(whyLeftOut(candidate({ stufe: 'vertraulich' }), 'mandant')).toBeNull();
  });

  it('refuses what is not in the Akte, nothing at all, and more than a package holds', () => {
    expect(codes(selectDokumente([candidate()], ['x'], 'kopie', 'aussen').obstacles)).toEqual([
      ...['weitergabe.unknownDokument', 'weitergabe.nothing'],
    ]);
    const heavy = candidate({ size: MOST.gigabytes * 1e9 + 1 });
    expect(codes(selectDokumente([heavy], null, 'kopie', 'aussen').obstacles)).toEqual(['weitergabe.tooMuch']);
  });

  it('refuses to split an Akte whose responsibility goes; its bin is no part of it', () => {
    const two = [candidate(), candidate({ id: 'd2', state: 'entwurf' })];
    expect(codes(selectDokumente(two, null, 'zustaendigkeit', 'aussen').obstacles)).toEqual(['weitergabe.notWhole']);
    const binned = [candidate(), candidate({ id: 'd2', place: 'bin' })];
    expect(selectDokumente(binned, null, 'zustaendigkeit', 'aussen').obstacles).toEqual([]);
  });
});

describe('the responsibility for an Akte', () => {
  it('is not given away while work is open, under a Sperre, of a Teilakte, or by whoever does not see all', () => {
    const busy = akte({
      openVorgaenge: ['20.31-1/1'],
      openAufgaben: 2,
      runningClosings: 1,
      sperren: ['Klage'],
      unseen: 'something',
      level: 2,
    });
    const obstacles = akteObstacles(busy, 'zustaendigkeit');
    expect(codes(obstacles)).toEqual([
      ...['weitergabe.onlyWholeAkte', 'weitergabe.openVorgang', 'weitergabe.openAufgabe', 'weitergabe.closingRuns'],
      ...['weitergabe.underSperre', 'weitergabe.notWhole'],
    ]);
    expect(refuseAll(obstacles)).toMatchObject({ code: 'weitergabe.refused', reasons: { length: 6 } });
    expect(akteObstacles(akte(), 'zustaendigkeit')).toEqual([]);
  });

  it('is not asked about for a copy: a Sperre keeps records from being lost, not from being read', () => {
    expect(akteObstacles(akte({ openVorgaenge: ['1'], sperren: ['Klage'] }), 'kopie')).toEqual([]);
    expect(refuseAll([])).toBeNull();
  });
});

describe('a link', () => {
  const link = { state: 'bereit', expiresOn: '2026-12-24', downloads: 0, mostDownloads: 1 } as const;

  it('opens nothing before, after its last day, once it is used up, and once it has ended', () => {
    expect(canBeFetched({ ...link, state: 'laeuft' }, '2026-12-24')).toBe(false);
    expect(canBeFetched(link, '2026-12-25')).toBe(false);
    expect(canBeFetched({ ...link, downloads: 1 }, '2026-12-24')).toBe(false);
    expect(canBeFetched({ ...link, state: 'zurueckgezogen' }, '2026-12-24')).toBe(false);
    expect(canBeFetched({ ...link, mostDownloads: null }, '2026-12-24')).toBe(false);
    expect(canBeFetched(link, '2026-12-24')).toBe(true);
  });

  it('takes a code as people type it', () => {
    expect(readCode(' ab12 cd34-ef56')).toBe('AB12-CD34-EF56');
    expect(readCode('OILX12345678')).toBe('011X-1234-5678');
    expect(readCode('zu kurz')).toBe('ZUKURZ');
  });
});
