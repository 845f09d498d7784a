import { buffer } from 'node:stream/consumers';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { closedVorgang, done } from '../../test/support/closed-vorgang.js';
import { dokumentRow } from '../../test/support/dokumente.js';
import { markedLetter, namedLetter, openMaking, someMark } from '../../test/support/schwaerzungen.js';
import { newId } from '../platform/ids.js';
import { bytesTell } from './pdf/check-redacted.js';
import { endRedacting, readOf } from './testing/redacting.js';

let bench: ActBench;
let making: ReturnType<typeof openMaking>;

beforeAll(async () => {
  bench = await openActBench();
  making = openMaking(bench);
});
afterAll(async () => {
  await making.redactor.close();
  await endRedacting();
  await bench.close();
});

const make = (
  marked: { schwaerzungId: string; version: number; vorgangId: string },
  own: object = {},
  login = 'jana.petersen',
) =>
  bench.perform(login, making.make, {
    ...{ schwaerzungId: marked.schwaerzungId, version: marked.version, vorgangId: marked.vorgangId },
    betreff: 'Anfrage, geschwärzt',
    ...own,
  });

describe('makeSchwaerzung', () => {
  it('refuses without dokument.write, unknown marks and a stale version', async () => {
    const marked = await markedLetter(bench);
    expect(await make(marked, {}, 'kim.okafor')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await make(marked, { schwaerzungId: newId() })).toMatchObject({ code: 'platform.notFound' });
    expect(await make(marked, { version: 5 })).toMatchObject({ code: 'platform.stale' });
  });

  it('refuses while nothing is marked, and other law without its paragraph', async () => {
    expect(await make(await markedLetter(bench, []))).toMatchObject({ code: 'schwaerzung.nothingMarked' });
    const unnamed = await markedLetter(bench, [someMark({ reason: 'anderes' })]);
    expect(await make(unnamed)).toMatchObject({ code: 'schwaerzung.noParagraph' });
  });

  it('refuses a mark beyond the last page, and a Betreff that tells the word below it', async () => {
    expect(await make(await markedLetter(bench, [someMark({ page: 2 })]))).toMatchObject({
      code: 'schwaerzung.outside',
    });
    const marked = await markedLetter(bench);
    expect(await make(marked, { betreff: 'Anfrage Musterfrau, geschwärzt' })).toMatchObject({
      code: 'schwaerzung.betreffTells',
    });
  });

  it('refuses to file into a Vorgang that is z. d. A., and takes another one', async () => {
    const marked = await markedLetter(bench);
    const { vorgangId } = await closedVorgang(bench, '20.31.05');
    expect(await make(marked, { vorgangId })).toMatchObject({ code: 'akte.closed' });
    expect(await make(marked)).toHaveProperty('dokumentId');
  });

  it('F72 files a redacted Dokument beside the original, which stays as it is, and tells reasons instead of words', async () => {
    const marked = await markedLetter(bench);
    const { dokumentId } = done(await make(marked));
    expect(await dokumentRow(bench, dokumentId)).toMatchObject({
      vorgangId: marked.vorgangId,
      ...{ betreff: 'Anfrage, geschwärzt', state: 'gueltig', art: 'ausgang', versions: [1] },
    });
    expect((await dokumentRow(bench, marked.dokumentId)).versions).toEqual([1]);
    expect((await buffer(await bench.objects.get(marked.file.sha256))).equals(namedLetter())).toBe(true);
    const [version] = await bench.sql<{ sha256: string }>(
      `SELECT sha256 FROM dokument_version WHERE dokument_id = $1`,
      [dokumentId],
    );
    const bytes = await buffer(await bench.objects.get(version?.sha256 ?? ''));
    const read = await readOf(bytes);
    const words = typeof read === 'string' ? [] : read.pages.flatMap((page) => page.words.map(({ text }) => text));
    expect(words).toEqual(expect.arrayContaining(['wohnt', 'in', 'Altena', 'VwVfG']));
    expect(words).not.toContain('Musterfrau');
    expect(bytesTell(bytes, ['Musterfrau'])).toBe(false);
    const rows = await bench.protokoll(marked.vorgangId);
    const row = rows.find(({ action }) => action === 'schwaerzung.makeSchwaerzung');
    expect(row?.payload).toMatchObject({ resultId: dokumentId, marks: 1, reasons: { '§ 30 VwVfG': 1 } });
    expect(JSON.stringify(rows)).not.toContain('Musterfrau');
    expect(await make(marked)).toMatchObject({ code: 'schwaerzung.notDraft' });
  });
});
