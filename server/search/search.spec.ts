import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { addedBeteiligung, addedKontakt } from '../../test/support/kontakte.js';
import { rechnungPdf } from '../../test/support/letters.js';
import { photographed } from '../../test/support/photographed.js';
import { addedDokument, openedVorgang } from '../../test/support/records.js';
import { isRejection } from '../contract/rejections.js';
import type { Piece, SearchCompletions, SearchHit, SearchView } from '../contract/search-views.js';
import { endBeteiligung } from '../kontakt/end-beteiligung.js';
import { scannedLetter } from '../demo/letters/scanned-letter.js';
import { openSearch } from './open-search.js';
import { canRecognise } from './text/recognise-text.js';
import { loadCompletions, loadSearch } from './search.views.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

let bench: ActBench;
let search: ReturnType<typeof openSearch>;
let scratchFolder: string;
let readAll: () => Promise<void>;

beforeAll(async () => {
  bench = await openActBench();
  scratchFolder = await mkdtemp(join(tmpdir(), 'laufmappe-search-'));
  const { database, runner, objects, clock } = bench;
  search = openSearch({ database, runner, clock, objects, scratchFolder });
  readAll = async () => {
    while ((await search.index.drain()) + (await search.texts.drain()) > 0);
  };
});
afterAll(async () => {
  await search.stop();
  await bench.close();
  await rm(scratchFolder, { recursive: true });
});

async function found(query: string, login = 'jana.petersen', cursor: string | null = null): Promise<SearchView> {
  const view = await bench.runner.transaction(bench.as(login), (tx) => loadSearch(tx, query, cursor));
  if (isRejection(view)) throw new Error(view.message.en);
  return view;
}

async function titles(query: string, login?: string): Promise<string[]> {
  return (await found(query, login)).hits.map(({ betreff }) => plain(betreff));
}

const plain = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');
const hitsOf = (pieces: readonly Piece[]) => pieces.filter(({ hit }) => hit).map(({ text }) => text);

/** A Dokument with this title, read by the index, in a Vorgang of its own. */
async function dokument(betreff: string, own: Parameters<typeof addedDokument>[2] = {}) {
  const vorgang = await openedVorgang(bench);
  const id = await addedDokument(bench, vorgang.vorgangId, { betreff, ...own });
  await readAll();
  return { id, ...vorgang };
}

describe('the search', () => {
  it('refuses a cursor that is no place', async () => {
    for (const cursor of ['x', '-1', '1e400']) {
      const view = await bench.runner.transaction(bench.as('jana.petersen'), (tx) => loadSearch(tx, 'a', cursor));
      expect(view).toMatchObject({ code: 'platform.invalidInput' });
    }
  });

  it('refuses what cannot be asked', async () => {
    const view = await bench.runner.transaction(bench.as('jana.petersen'), (tx) => loadSearch(tx, 'seit:x', null));
    expect(view).toMatchObject({ code: 'search.filter' });
  });

  it('F60 finds a word in its other forms, with and without umlauts', async () => {
    await dokument('Verträge über die Müllabfuhr in der Straße am Bächle');
    for (const query of ['Vertrag Bächle', 'MUELLABFUHR', 'mullabfuhr Strasse', 'baechle', 'straßen muell*']) {
      expect(await titles(query)).toEqual(['Verträge über die Müllabfuhr in der Straße am Bächle']);
    }
  });

  it('F60 finds a compound by its parts', async () => {
    await dokument('Hundesteuerbefreiungsantrag');
    expect(await titles('Befreiung')).toEqual(['Hundesteuerbefreiungsantrag']);
    expect(await titles('Hundesteuer')).toEqual(['Hundesteuerbefreiungsantrag']);
  });

  it('F59 finds a slip when nothing fits as typed, and says so', async () => {
    await dokument('Widerspruch Czerwinski');
    const view = await found('Czerwinsky');
    expect(view.similar).toBe(true);
    expect(view.hits.map(({ betreff }) => hitsOf(betreff))).toEqual([['Czerwinski']]);
    expect((await found('Czerwinski')).similar).toBe(false);
  });

  it('F59 finds names of DIN 91379 by the letters of a keyboard', async () => {
    await dokument('Antrag Ṟaḵīmov-Đorđević');
    expect(await titles('Rakimov Dordevic')).toEqual(['Antrag Ṟaḵīmov-Đorđević']);
  });

  it('asks for all words, takes phrases as they stand and leaves out what is excluded', async () => {
    await dokument('Sondernutzung am Marktplatz, Imbiss');
    await dokument('Marktplatz: Sondernutzung, Karussell');
    expect(await titles('Sondernutzung Marktplatz')).toHaveLength(2);
    expect(await titles('"Sondernutzung am Marktplatz"')).toEqual(['Sondernutzung am Marktplatz, Imbiss']);
    expect(await titles('Sondernutzung -Imbiss')).toEqual(['Marktplatz: Sondernutzung, Karussell']);
    expect(await titles('Sondernutz* Karussell')).toEqual(['Marktplatz: Sondernutzung, Karussell']);
  });

  it('narrows by filters', async () => {
    const { vorgangId } = await dokument('Zisternenförderung', { art: 'vermerk', date: '2026-02-03' });
    await addedDokument(bench, vorgangId, { betreff: 'Zisternenbescheid', date: '2026-05-01' });
    await readAll();
    expect(await titles('Zistern* art:vermerk')).toEqual(['Zisternenförderung']);
    expect(await titles('Zistern* seit:01.05.2026')).toEqual(['Zisternenbescheid']);
    expect(await titles('Zistern* plan:20.31.05 bis:2026-03-01')).toEqual(['Zisternenförderung']);
    expect(await titles('Zistern* plan:10')).toEqual([]);
    expect(await titles('Zistern* typ:akte')).toEqual([]);
  });

  it('F59 jumps to an Aktenzeichen, however its zeros and signs are typed', async () => {
    const { vorgangId, aktenzeichen } = await dokument('Sprungziel');
    const typed = aktenzeichen.replace(/-0+/, '-').replace(/\/0+/, ' ');
    expect((await found(typed)).jump).toEqual({ kind: 'vorgang', id: vorgangId, aktenzeichen });
    expect((await found('Sprungziel')).jump).toBeNull();
  });

  it('F59 ranks a hit in the title above one in the names', async () => {
    await dokument('Anfrage', { file: await stored('Kanalanschluss.txt', 'Guten Tag') });
    await dokument('Kanalanschluss');
    const first = (await found('Kanalanschluss')).hits.map(({ betreff }) => plain(betreff));
    expect(first).toEqual(['Kanalanschluss', 'Anfrage']);
  });

  it('counts what was found by kind, and a choice gives what it counted', async () => {
    const { vorgangId } = await dokument('Regenrückhaltebecken', { art: 'vermerk' });
    for (let more = 0; more < 2; more++)
      await addedDokument(bench, vorgangId, { betreff: `Regenrückhaltebecken ${more}` });
    await readAll();
    const { facets } = await found('Regenrückhaltebecken');
    const art = facets.find(({ filter }) => filter === 'art');
    expect(art?.values).toEqual([
      { value: 'eingang', label: null, count: 2 },
      { value: 'vermerk', label: null, count: 1 },
    ]);
    expect(await titles('Regenrückhaltebecken art:eingang')).toHaveLength(2);
  });

  it('gives pages that together are everything, each once', async () => {
    const { vorgangId } = await dokument('Serienbrief 0');
    for (let more = 1; more < 27; more++) await addedDokument(bench, vorgangId, { betreff: `Serienbrief ${more}` });
    await readAll();
    const first = await found('Serienbrief');
    const second = await found('Serienbrief', 'jana.petersen', first.cursor);
    expect([first.total, first.hits.length, second.hits.length, second.cursor]).toEqual([27, 25, 2, null]);
    expect(new Set([...first.hits, ...second.hits].map(({ id }) => id)).size).toBe(27);
  });

  it('F59 completes the last word by what the person may see', async () => {
    await dokument('Quellwasserentnahme');
    const view = await bench.runner.transaction(bench.as('jana.petersen'), (tx) => loadCompletions(tx, 'quellw'));
    const { items } = view as SearchCompletions;
    expect(items.map(({ betreff }) => betreff)).toEqual(['Quellwasserentnahme']);
  });

  it('F62 finds a Vorgang by the name of whoever takes part in it, and no more when that has ended', async () => {
    const { vorgangId } = await dokument('Nachlass');
    const kontaktId = await addedKontakt(bench, { name: 'Quistorp', vorname: 'Wendeline' });
    const id = await addedBeteiligung(bench, vorgangId, kontaktId, 'Erbin');
    await readAll();
    expect((await found('wendeline quistorp')).hits.map((hit) => hit.id)).toEqual([vorgangId]);
    await bench.perform('jana.petersen', endBeteiligung, { id });
    await readAll();
    expect((await found('wendeline quistorp')).total).toBe(0);
  });

  it('finds a record under its new title, and no more under the old one', async () => {
    const { vorgangId } = await dokument('Anlass');
    await bench.sql(`UPDATE vorgang SET betreff = 'Falkenhorst' WHERE id = $1`, [vorgangId]);
    await readAll();
    expect(await titles('Falkenhorst')).toEqual(['Falkenhorst']);
    await bench.sql(`UPDATE vorgang SET betreff = 'Uhuhorst' WHERE id = $1`, [vorgangId]);
    await readAll();
    expect([await titles('Uhuhorst'), await titles('Falkenhorst')]).toEqual([['Uhuhorst'], []]);
  });
});

describe('what a person may not see', () => {
  /** A Dokument in an Akte that is protected and has a rule for nobody but helga.brandt. */
  async function hidden(betreff: string) {
    const record = await dokument(betreff, { art: 'vermerk' });
    await bench.sql(`UPDATE akte SET protected = true WHERE id = $1`, [record.akteId]);
    await bench.sql(
      `INSERT INTO access_rule (id, mandant_id, akte_id, subject, person_id, level, granted_by, granted_at)
       SELECT gen_random_uuid(), mandant_id, $1, 'person', id, 1, 'test', now() FROM person WHERE login = 'helga.brandt'`,
      [record.akteId],
    );
    return record;
  }

  it.each([true, false])('F61 is no hit, no count and no facet, read by the index anew: %s', async (anew) => {
    await hidden(`Disziplinarverfahren ${anew}`);
    if (anew) await readAll();
    const seen = await found('Disziplinarverf*');
    expect([seen.total, seen.hits, seen.facets, seen.more]).toEqual([0, [], [], false]);
    expect((await found('Disziplinarverf*', 'helga.brandt')).total).toBeGreaterThan(0);
  });

  it('F61 is no completion, no similar word and no jump', async () => {
    const { aktenzeichen } = await hidden('Abmahnungsverfahren');
    const completions = await bench.runner.transaction(bench.as('jana.petersen'), (tx) =>
      loadCompletions(tx, 'abmahn'),
    );
    expect(completions).toEqual({ items: [] });
    expect(await found('Abmahnungsverfahrn')).toMatchObject({ total: 0, similar: false });
    expect((await found(aktenzeichen)).jump).toBeNull();
    expect((await found(aktenzeichen, 'helga.brandt')).jump).not.toBeNull();
  });

  it('F61 takes no place among the hits of others', async () => {
    await hidden('Bußgeldsache Ost');
    await dokument('Bußgeldsache West');
    expect(await titles('Bussgeldsache')).toEqual(['Bußgeldsache West']);
    expect(await titles('Bussgeldsache', 'helga.brandt')).toHaveLength(2);
  });
});

describe('the content of a Dokument', () => {
  it('F59 is found, with the words around the place', async () => {
    const bytes = `${'Sehr geehrte Damen und Herren, '.repeat(20)}wir beantragen die Fällung der Rotbuche am Rathaus.`;
    await dokument('Antrag', { file: await stored('antrag.txt', bytes, 'text/plain') });
    const [hit] = (await found('Rotbuchen')).hits;
    expect(hit?.text).toBe('text');
    expect(hit?.places.map(plain)).toEqual([expect.stringMatching(/^… .*Fällung der Rotbuche am Rathaus\.$/)]);
    expect(hit?.places.flatMap(hitsOf)).toEqual(['Rotbuche']);
  });

  it('F59 of a PDF is found', async () => {
    await dokument('Gedruckt', { file: await stored('rechnung.pdf', rechnungPdf({ nummer: 'ZX-4711-Q' })) });
    expect(await titles('ZX-4711-Q')).toEqual(['Gedruckt']);
  });

  it.each([
    ['docx', DOCX, 'word/document.xml', '<w:p><w:r><w:t>Biberdamm an der </w:t></w:r><w:r><w:t>Ilm</w:t></w:r></w:p>'],
    ['odt', 'application/vnd.oasis.opendocument.text', 'content.xml', '<text:p>Biberdamm an der Ilm</text:p>'],
  ])('F59 of a %s file is found', async (ending, mime, part, xml) => {
    const bytes = await zipped(part, `<part xmlns:w="w" xmlns:text="t">${xml}</part>`);
    await dokument(`Schreiben als ${ending}`, { file: await stored(`brief.${ending}`, bytes, mime) });
    expect(await titles(`"Biberdamm an der Ilm" ${ending}`)).toEqual([`Schreiben als ${ending}`]);
  });

  it('F59 of a mail is found', async () => {
    const mail = 'From: Ute <ute@example.org>\r\nSubject: =?utf-8?Q?K=C3=A4uzchen?=\r\n\r\nDer Steinkauz brütet.\r\n';
    await dokument('Nachricht', { file: await stored('nachricht.eml', mail, 'message/rfc822') });
    expect(await titles('Käuzchen Steinkauz')).toEqual(['Nachricht']);
  });

  it('of a scan is recognised where Tesseract is installed, and says that it has none where not', async () => {
    const scan = scannedLetter('2026-11-20', new Date('2026-11-21T08:00:00Z'), [
      'Kreisverwaltung',
      '99999 Musterstadt',
    ]);
    await dokument('Gescannt', { file: await stored('scan.pdf', scan) });
    const [hit] = (await found('Gescannt')).hits;
    const recognised = canRecognise('application/pdf');
    expect(hit?.text).toBe(recognised ? 'text' : 'none');
    expect(await titles('Gartenparzelle Pachtvertrag')).toEqual(recognised ? ['Gescannt'] : []);
  }, 120_000);

  it('of a picture is recognised where Tesseract is installed, and says that it has none where not', async () => {
    await dokument('Fotografiert', {
      file: await stored('aushang.pgm', photographed('Hochwasser am Mühlengraben'), 'image/x-portable-graymap'),
    });
    const recognised = canRecognise('image/x-portable-graymap');
    expect((await found('Fotografiert')).hits[0]?.text).toBe(recognised ? 'text' : 'none');
    expect(await titles('Hochwasser')).toEqual(recognised ? ['Fotografiert'] : []);
  }, 120_000);

  it('that is damaged is found by its metadata, and says that it was not read', async () => {
    await dokument('Beschädigter Plan', { file: await stored('plan.pdf', '%PDF-1.7 nothing more') });
    const [hit] = (await found('Beschädigter')).hits;
    expect(hit).toMatchObject<Partial<SearchHit>>({ text: 'failed', places: [] });
  });
});

async function stored(name: string, content: string | Uint8Array, mime = 'application/pdf') {
  const put = await bench.objects.put(Readable.from([Buffer.from(content)]));
  if (isRejection(put)) throw new Error(put.message.en);
  return { ...put, mime, name };
}

function zipped(part: string, xml: string): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  zip.addBuffer(Buffer.from(xml), part);
  zip.end();
  return buffer(zip.outputStream);
}
