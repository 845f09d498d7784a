import { NOTHING_FOUND } from '../../test/support/eingaenge.js';
import type { ScanPage } from '../contract/acts/posteingang.js';
import type { Rejection } from '../contract/rejections.js';
import {
  letterName,
  letterObstacles,
  pagesLeftOut,
  restoreObstacle,
  scanObstacle,
  tooMuchAtOnce,
  type CountedScan,
  type Scan,
} from './scan.js';

const note = (code: string) => ({ code, de: code, en: code, part: null });
const scan = (own: Partial<Scan> = {}): Scan => ({
  ...{ state: 'geprueft', forwarding: null, version: 2, fileName: 'Scan.pdf', examination: NOTHING_FOUND },
  ...own,
});
const counted = (pages: number, own: Partial<CountedScan> = {}): CountedScan => ({
  ...{ fileName: 'Scan.pdf', size: 1_000, pages },
  ...own,
});
const page = (number: number, source = 0, turn: ScanPage['turn'] = 0): ScanPage => ({ source, page: number, turn });
const codes = (found: readonly Rejection[]) => found.map(({ code }) => code);

describe('scanObstacle', () => {
  it.each([
    ['zugeordnet', 'posteingang.alreadyAssigned'],
    ['dublette', 'posteingang.linked'],
    ['aufgeteilt', 'posteingang.rearranged'],
    ['empfangen', 'posteingang.notExamined'],
    ['quarantaene', 'posteingang.quarantined'],
  ] as const)('stands against a scan that is %s', (state, code) => {
    expect(scanObstacle(scan({ state }), 2, 0)).toMatchObject({ code });
  });

  it.each([
    [note('pdf.encrypted'), 'posteingang.scanEncrypted'],
    [note('pdf.xfa'), 'posteingang.scanForm'],
    [note('pdf.damaged'), 'posteingang.scanDamaged'],
  ])('stands against what the examination has noted: %j', (found, code) => {
    const asReason = { ...NOTHING_FOUND, reason: found };
    const asWarning = { ...NOTHING_FOUND, warnings: [note('pdf.scan'), found] };
    for (const examination of [asReason, asWarning]) {
      expect(scanObstacle(scan({ examination }), 2, 0)).toMatchObject({ code });
    }
  });

  it('lets a PDF at the desk be taken apart, also one that was set aside', () => {
    expect(scanObstacle(scan(), 2, 0)).toBeNull();
    expect(scanObstacle(scan({ state: 'klaerung' }), 2, 0)).toBeNull();
    expect(scanObstacle(scan(), 1, 0)).toMatchObject({ code: 'platform.stale' });
    expect(scanObstacle(scan(), 2, 1)).toMatchObject({ code: 'posteingang.hasLinked' });
  });
});

describe('letterObstacles', () => {
  it('stand against more than is taken at once, and say nothing else then', () => {
    expect(tooMuchAtOnce(20, 200, 2_000)).toBeNull();
    for (const [scans, letters, pages] of [
      [21, 1, 1],
      [1, 201, 1],
      [1, 1, 2_001],
    ] as const) {
      expect(tooMuchAtOnce(scans, letters, pages)).toMatchObject({ code: 'posteingang.tooMuchAtOnce' });
    }
    expect(codes(letterObstacles([counted(1_000), counted(1_001)], []))).toEqual(['posteingang.tooMuchAtOnce']);
    const heavy = [counted(1, { size: 120_000_000 }), counted(1, { size: 90_000_000 })];
    expect(codes(letterObstacles(heavy, []))).toEqual(['posteingang.scansTooLarge']);
  });

  it('stand against a copy that says nothing new, and let each other arrangement be', () => {
    expect(codes(letterObstacles([counted(2)], [{ pages: [page(1), page(2)] }]))).toEqual([
      'posteingang.nothingRearranged',
    ]);
    for (const pages of [[page(2), page(1)], [page(1), page(2, 0, 180)], [page(1)]]) {
      expect(letterObstacles([counted(2)], [{ pages }])).toEqual([]);
    }
    expect(letterObstacles([counted(2)], [{ pages: [page(1)] }, { pages: [page(2)] }])).toEqual([]);
    expect(letterObstacles([counted(1), counted(1)], [{ pages: [page(1), page(1, 1)] }])).toEqual([]);
  });

  it('name a page that is there twice once, however often it is named', () => {
    const found = letterObstacles(
      [counted(3)],
      [{ pages: [page(1), page(1), page(1)] }, { pages: [page(4), page(2)] }],
    );
    expect(codes(found).sort()).toEqual(['posteingang.noSuchPage', 'posteingang.pageTwice']);
  });
});

describe('letterName', () => {
  it('follows the scan, says which part it is, and is never too long to be saved', () => {
    expect(letterName('Scan_0815.PDF', 2, 3)).toBe('Scan_0815, Teil 2.pdf');
    expect(letterName('Scan_0815', 1, 1)).toBe('Scan_0815, neu geordnet.pdf');
    const long = letterName(`${'ä'.repeat(118)}😀.pdf`, 12, 200);
    expect(long).toHaveLength(120);
    expect(long).toMatch(/ä, Teil 12\.pdf$/);
  });
});

describe('pagesLeftOut', () => {
  it('are the pages of this scan that no letter takes', () => {
    const letters = [{ pages: [page(1), page(2, 1)] }, { pages: [page(4)] }];
    expect(pagesLeftOut(counted(5), 0, letters)).toEqual([2, 3, 5]);
    expect(pagesLeftOut(counted(2), 1, letters)).toEqual([1]);
  });
});

describe('restoreObstacle', () => {
  const letter = { fileName: 'Teil.pdf', forwarding: null, noted: false, linkedCount: 0 };

  it.each([
    [{ state: 'zugeordnet' }, 'posteingang.letterFiled'],
    [{ state: 'aufgeteilt' }, 'posteingang.letterRearranged'],
    [{ state: 'dublette' }, 'posteingang.letterLinked'],
    [{ linkedCount: 1 }, 'posteingang.letterLinked'],
    [{ forwarding: { to: 'Jana', state: 'offered', mine: false } }, 'posteingang.letterForwarded'],
    [{ state: 'klaerung', noted: true }, 'posteingang.letterSetAside'],
  ] as const)('stands where something has happened: %j', (own, code) => {
    expect(restoreObstacle({ ...letter, state: 'geprueft', ...own })).toMatchObject({ code });
  });

  it.each(['empfangen', 'geprueft', 'klaerung', 'quarantaene'] as const)(
    'does not stand where the letter is %s',
    (state) => {
      expect(restoreObstacle({ ...letter, state })).toBeNull();
    },
  );
});
