import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { examinedPart, NOTHING_FOUND, receivedEingang } from '../../test/support/eingaenge.js';
import {
  bombOf,
  openRearranging,
  pagesOfFirst,
  scanOf,
  scanOnDesk,
  wordsOfEingang,
  wordsOnDesk,
  type ScanOnDesk,
} from '../../test/support/scans.js';
import type { SignatureReport } from '../contract/examination.js';
import type { EingangView } from '../contract/views.js';
import { newId } from '../platform/ids.js';
import { forwardEingang } from './forward-eingang.js';
import { linkDuplicate } from './link-duplicate.js';
import { loadEingang, loadPosteingang } from './posteingang.views.js';
import { recordExamination } from './record-examination.js';

let bench: ActBench;
let rearranging: ReturnType<typeof openRearranging>;

beforeAll(async () => {
  bench = await openActBench();
  rearranging = openRearranging(bench);
});
afterAll(async () => {
  await rearranging.letterMaker.close();
  await bench.close();
});

const desk = 'ines.vogt';
const sourceOf = ({ eingangId, version }: ScanOnDesk) => ({ eingangId, version });
const rearrange = (scans: readonly ScanOnDesk[], letters: readonly object[], login = desk, key?: string) =>
  bench.perform(login, rearranging.rearrange, { sources: scans.map(sourceOf), letters }, key);
const view = async (id: string) =>
  done<EingangView>(await bench.runner.transaction(bench.as(desk), (tx) => loadEingang(tx, id, bench.clock.today())));
const listed = async () =>
  done(await bench.runner.transaction(bench.as(desk), (tx) => loadPosteingang(tx))).items.map(({ id }) => id);
const stateOf = async ({ eingangId }: ScanOnDesk) =>
  (await bench.sql<{ state: string }>(`SELECT state FROM eingang WHERE id = $1`, [eingangId]))[0]?.state;

describe('rearrangeScans', () => {
  it('refuses whoever lacks the permission, and whoever does not see the desk', async () => {
    const scan = await wordsOnDesk(bench, 'eins', 'zwei');
    expect(await rearrange([scan], [pagesOfFirst(1)], 'tomasz.sliwa')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await rearrange([scan], [pagesOfFirst(1)], 'jana.petersen')).toMatchObject({ code: 'platform.notFound' });
  });

  it.each([
    ['no source', { sources: [], letters: [pagesOfFirst(1)] }],
    ['no letter', { sources: [{ eingangId: newId(), version: 1 }], letters: [] }],
    ...[-1, 0, 1.5, '1', null, Number.NaN, 1e300].map((page) => [
      `page ${String(page)}`,
      { sources: [{ eingangId: newId(), version: 1 }], letters: [{ pages: [{ source: 0, page, turn: 0 }] }] },
    ]),
    [
      'a source that there is not',
      { sources: [{ eingangId: newId(), version: 1 }], letters: [{ pages: [{ source: 1, page: 1, turn: 0 }] }] },
    ],
    [
      'a turn of 45 degrees',
      { sources: [{ eingangId: newId(), version: 1 }], letters: [{ pages: [{ source: 0, page: 1, turn: 45 }] }] },
    ],
  ])('refuses input that does not fit: %s', async (_what, input) => {
    expect(await bench.perform(desk, rearranging.rearrange, input)).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('refuses what is not there, what is stale, what was not read, and more than is taken at once', async () => {
    const scan = await wordsOnDesk(bench, 'eins', 'zwei');
    const letters = [pagesOfFirst(1)];
    expect(await rearrange([{ ...scan, eingangId: newId() }], letters)).toMatchObject({ code: 'platform.notFound' });
    expect(await rearrange([{ ...scan, version: 1 }], letters)).toMatchObject({ code: 'platform.stale' });
    const unread = { ...scan, eingangId: await receivedEingang(bench), version: 1 };
    expect(await rearrange([unread], letters)).toMatchObject({ code: 'posteingang.notExamined' });
    const many = Array.from({ length: 201 }, () => pagesOfFirst(1));
    expect(await rearrange([scan], many)).toMatchObject({ code: 'posteingang.tooMuchAtOnce' });
  });

  it.each([
    ['quarantined', { outcome: 'quarantaene' }, 'posteingang.quarantined'],
    ['no PDF', { mime: 'image/tiff' }, 'posteingang.scanKind'],
    ['signed', { signatures: { signatures: [{}] } as unknown as SignatureReport }, 'posteingang.scanSigned'],
    ['carries the data of an invoice', { parts: [examinedPart(0)] }, 'posteingang.scanCarriesFiles'],
    ['unread', { pages: null }, 'posteingang.scanDamaged'],
  ] as const)('refuses a scan that is %s, and the view says so before', async (_what, found, code) => {
    const scan = await scanOnDesk(bench, await scanOf(['eins', 'zwei']), found);
    const refused = await rearrange([scan], [pagesOfFirst(1)]);
    expect(refused).toMatchObject({ code });
    expect((await view(scan.eingangId)).pagesStay).toEqual('message' in refused && refused.message);
  });

  it('refuses a scan that was forwarded, and one that others are linked to', async () => {
    const [given, original, again] = [
      await wordsOnDesk(bench, 'eins', 'zwei'),
      await wordsOnDesk(bench, 'drei', 'vier'),
      await wordsOnDesk(bench, 'fünf'),
    ];
    const receiver = { kind: 'person', id: bench.personId('jana.petersen') };
    const { version } = done(await bench.perform(desk, forwardEingang, { ...sourceOf(given), receiver, note: '' }));
    expect(await rearrange([{ ...given, version }], [pagesOfFirst(1)])).toMatchObject({
      code: 'posteingang.forwarded',
    });
    done(await bench.perform(desk, linkDuplicate, { ...sourceOf(again), originalId: original.eingangId }));
    expect(await rearrange([original], [pagesOfFirst(1)])).toMatchObject({ code: 'posteingang.hasLinked' });
  });

  it('refuses bytes that only the process finds out about, and nothing has changed', async () => {
    const scan = await scanOnDesk(bench, Buffer.from('%PDF-1.7 10000 pages'), { pages: 10 });
    expect(await rearrange([scan], [pagesOfFirst(1)])).toMatchObject({ code: 'posteingang.scanDamaged' });
    expect(await stateOf(scan)).toBe('geprueft');
  });

  it('refuses a page that unpacks to gigabytes, and goes on with the next scan', async () => {
    const bomb = await scanOnDesk(bench, await bombOf(4_000), { pages: 1 });
    const refused = await rearrange([bomb], [{ pages: [{ source: 0, page: 1, turn: 90 }] }]);
    expect(refused).toMatchObject({ code: expect.stringMatching(/scanDamaged|rearrangingGuarded/) as unknown });
    expect(await stateOf(bomb)).toBe('geprueft');
    const next = await wordsOnDesk(bench, 'eins', 'zwei');
    expect(await rearrange([next], [pagesOfFirst(2)])).toHaveProperty('rearrangementId');
  });

  it('names everything that stands against the letters', async () => {
    const [scan, unused] = [await wordsOnDesk(bench, 'eins', 'zwei'), await wordsOnDesk(bench, 'drei')];
    const refused = await rearrange([scan, unused, scan], [pagesOfFirst(1)]);
    expect(refused).toMatchObject({ code: 'posteingang.scanTwice' });
    const all = await rearrange([scan, unused], [pagesOfFirst(1, 1, 3), { pages: [] }]);
    const codes = 'kind' in all ? [all.code, ...all.reasons.map(({ code }) => code)] : [];
    expect(codes.sort()).toEqual([
      'posteingang.letterWithoutPages',
      'posteingang.noSuchPage',
      'posteingang.pageTwice',
      'posteingang.scanUnused',
    ]);
    expect(await rearrange([scan], [pagesOfFirst(1, 2)])).toMatchObject({ code: 'posteingang.nothingRearranged' });
  });

  it('says that it is not possible now when its process is gone, and nothing has changed', async () => {
    const own = openRearranging(bench);
    const perform = async (scan: ScanOnDesk) =>
      bench.perform(desk, own.rearrange, { sources: [sourceOf(scan)], letters: [pagesOfFirst(1)] });
    done(await perform(await wordsOnDesk(bench, 'eins', 'zwei')));
    await own.letterMaker.close();
    const scan = await wordsOnDesk(bench, 'drei', 'vier');
    expect(await perform(scan)).toMatchObject({ code: 'posteingang.rearrangingAway' });
    expect(await stateOf(scan)).toBe('geprueft');
  });

  it('lets one of two people at once do it, and tells the other that the scan has changed', async () => {
    const scan = await wordsOnDesk(bench, 'eins', 'zwei');
    const both = await Promise.all([
      rearrange([scan], [pagesOfFirst(1), pagesOfFirst(2)]),
      rearrange([scan], [pagesOfFirst(2, 1)], 'helga.brandt'),
    ]);
    expect(both.filter((answer) => 'rearrangementId' in answer)).toHaveLength(1);
    expect(both.find((answer) => 'kind' in answer)).toMatchObject({ code: 'posteingang.rearranged' });
  });

  it('makes an Eingang of each letter, examined like any other; the scan leaves the desk and stays as it came', async () => {
    const receivedAt = new Date('2026-11-02T07:15:00Z');
    const scan = await scanOnDesk(bench, await scanOf(['A eins', 'A zwei', 'A drei', 'leer']), { receivedAt });
    const key = newId();
    const letters = [pagesOfFirst(3, 1), pagesOfFirst(2)];
    const made = done(await rearrange([scan], letters, desk, key));
    expect(await rearrange([scan], letters, desk, key)).toEqual(made);
    expect(await Promise.all(made.eingangIds.map((id) => wordsOfEingang(bench, id)))).toEqual([
      ['A drei', 'A eins'],
      ['A zwei'],
    ]);
    const [first = ''] = made.eingangIds;
    expect(await view(first)).toMatchObject({
      ...{
        state: 'empfangen',
        channel: 'folder',
        fileName: 'Scan_0815, Teil 1.pdf',
        receivedAt: receivedAt.toISOString(),
      },
      rearrangement: {
        ...{ id: made.rearrangementId, at: bench.clock.now().toISOString() },
        from: [{ eingangId: scan.eingangId, fileName: 'Scan_0815.pdf', pages: [3, 1] }],
      },
    });
    const waiting = await bench.followUps('posteingang.examine');
    expect(waiting.map(({ payload }) => payload['eingangId'])).toEqual(expect.arrayContaining(made.eingangIds));
    expect(await view(scan.eingangId)).toMatchObject({ state: 'aufgeteilt', rearrangement: null, files: [{}] });
    expect((await view(scan.eingangId)).pagesStay?.de).toContain('aufgeteilt');
    const ids = await listed();
    expect([ids.includes(scan.eingangId), ids.includes(first)]).toEqual([false, true]);
    expect(await wordsOfEingang(bench, scan.eingangId)).toEqual(['A eins', 'A zwei', 'A drei', 'leer']);
  });

  it('puts several scans together, and the earliest says when the letter came', async () => {
    const [late, early] = [new Date('2026-11-03T09:00:00Z'), new Date('2026-11-02T09:00:00Z')];
    const one = await scanOnDesk(bench, await scanOf(['eins']), { fileName: 'Vorne.pdf', receivedAt: late });
    const two = await scanOnDesk(bench, await scanOf(['zwei']), { fileName: 'Hinten.pdf', receivedAt: early });
    const page = { page: 1, turn: 0 };
    const made = done(
      await rearrange(
        [one, two],
        [
          {
            pages: [
              { source: 0, ...page },
              { source: 1, ...page },
            ],
          },
        ],
      ),
    );
    const [letter = ''] = made.eingangIds;
    expect(await wordsOfEingang(bench, letter)).toEqual(['eins', 'zwei']);
    expect(await view(letter)).toMatchObject({
      ...{ fileName: 'Vorne, neu geordnet.pdf', receivedAt: early.toISOString() },
      rearrangement: {
        from: [
          { fileName: 'Vorne.pdf', pages: [1] },
          { fileName: 'Hinten.pdf', pages: [1] },
        ],
      },
    });
  });

  it('proves in the Protokoll of each side which page is which, and what was left out', async () => {
    const scan = await wordsOnDesk(bench, 'eins', 'zwei', 'drei');
    const { rearrangementId, eingangIds } = done(await rearrange([scan], [pagesOfFirst(3, 1)]));
    const [letter = ''] = eingangIds;
    const { sha256 } = await view(letter);
    const ofScan = (await bench.protokoll(scan.eingangId)).at(-1);
    expect(ofScan).toMatchObject({ action: 'posteingang.rearrangeScans', actor: bench.personId(desk) });
    expect(ofScan?.payload).toMatchObject({
      ...{ rearrangementId, sha256: scan.sha256, leftOut: [2] },
      letters: [
        {
          eingangId: letter,
          sha256,
          pages: [
            { at: 1, page: 3, turn: 0 },
            { at: 2, page: 1, turn: 0 },
          ],
        },
      ],
    });
    const ofLetter = await bench.protokoll(letter);
    expect(ofLetter.map(({ action }) => action)).toEqual(['posteingang.receiveEingang', 'posteingang.rearrangeScans']);
    expect(ofLetter[1]?.payload).toMatchObject({
      ...{ rearrangementId, sha256, scans: [{ eingangId: scan.eingangId, sha256: scan.sha256 }] },
      pages: [
        { source: 0, page: 3, turn: 0 },
        { source: 0, page: 1, turn: 0 },
      ],
    });
  });

  it('never finds a scan as the duplicate of its own letters, nor of the same bytes that come again', async () => {
    const textExcerpt = Array.from({ length: 300 }, (_, index) => `satz${index * 7}`).join(' ');
    const bytes = await scanOf(['dieselben', 'Bytes']);
    const scan = await scanOnDesk(bench, bytes, { textExcerpt });
    const { eingangIds } = done(await rearrange([scan], [pagesOfFirst(1)]));
    const examination = { ...NOTHING_FOUND, textExcerpt };
    done(await bench.run(recordExamination, { eingangId: eingangIds[0] ?? '', examination }));
    expect(await view(eingangIds[0] ?? '')).toMatchObject({ duplicates: [], warnings: [] });
    const again = await scanOnDesk(bench, bytes);
    expect(await view(again.eingangId)).toMatchObject({ duplicates: [], warnings: [] });
    expect(await bench.perform(desk, linkDuplicate, { ...sourceOf(again), originalId: scan.eingangId })).toMatchObject({
      code: 'posteingang.originalIsRearranged',
    });
  });
});
