import type { EingangView } from '../../server/contract/views.js';
import { done } from '../support/closed-vorgang.js';
import { openTestOffice, type TestOffice } from '../support/office.js';
import { aufgabeOf, closeZdA, complete, TO_DESTROY } from '../support/rechnung.js';
import { pagesOfFirst, scanOf, wordsOfEingang } from '../support/scans.js';
import { vorgangWithDokument } from '../support/verfuegungen.js';

const ELEVEN_YEARS = 4_100;
const desk = 'ines.vogt';
let office: TestOffice;

beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

const sql = <Row extends object>(statement: string, parameters: readonly unknown[] = []) =>
  office.bench.database.transaction(office.bench.mandantId, (queries) => queries.query<Row>(statement, parameters));
const view = async (eingangId: string) => done(await office.read<EingangView>(desk, `/api/posteingang/${eingangId}`));

async function split(eingangId: string, ...letters: number[][]) {
  const { version } = await view(eingangId);
  const input = { sources: [{ eingangId, version }], letters: letters.map((pages) => pagesOfFirst(...pages)) };
  return done(await office.act(desk, 'posteingang.rearrangeScans', input));
}

/** Filed in a Vorgang of its own, which is dealt with and goes to the files. */
async function filedAndClosed(eingangId: string): Promise<string> {
  const { vorgangId } = await vorgangWithDokument(office, TO_DESTROY);
  const { version } = await view(eingangId);
  const target = { kind: 'vorgang', vorgangId } as const;
  const filing = { eingangId, version, target, betreff: 'Brief', letterDate: '2026-11-20', processId: null };
  done(await office.act(desk, 'posteingang.assignEingang', filing));
  const aufgabe = await aufgabeOf(office, 'jana.petersen', 'bearbeitung', vorgangId);
  done(await complete(office, 'jana.petersen', aufgabe, {}));
  done(await closeZdA(office, 'jana.petersen', vorgangId));
  return vorgangId;
}

async function destroy(vorgangId: string): Promise<void> {
  const wish = { vorgangIds: [vorgangId], reason: 'Aktenordnung' };
  const { vernichtungId } = done(await office.act('helga.brandt', 'aussonderung.requestVernichtung', wish));
  done(await office.act('ruth.lindqvist', 'aussonderung.releaseVernichtung', { vernichtungId, version: 1 }));
}

const there = (ids: readonly string[]) =>
  sql<{ id: string }>(`SELECT id FROM eingang WHERE id = ANY ($1)`, [ids]).then((rows) => rows.map(({ id }) => id));

describe('Angenommen ein Scan mit vier Briefen, von denen einer noch einmal aufgeteilt ist', () => {
  it('Wenn der Vorgang eines Briefs vernichtet ist, dann ist kein Scan mehr da, der eine Seite von ihm enthielt, und jeder andere Brief', async () => {
    const bytes = await scanOf(['geheim', 'Anlage', 'Antrag', 'Widerspruch']);
    const scanId = await office.receive('Stapel.pdf', bytes);
    const dissolved = await split(scanId, [2, 1], [3, 4]);
    done(await office.act(desk, 'posteingang.restoreScans', { rearrangementId: dissolved.rearrangementId }));
    const outer = await split(scanId, [1, 2], [3], [4]);
    const [pair = '', antrag = '', widerspruch = ''] = outer.eingangIds;
    expect((await view(pair)).state).toBe('geprueft');
    const { eingangIds } = await split(pair, [1], [2]);
    const [secret = '', enclosure = ''] = eingangIds;
    const gone = await filedAndClosed(secret);
    await filedAndClosed(antrag);
    const hashes = (
      await sql<{ sha256: string }>(`SELECT sha256 FROM eingang WHERE id = ANY ($1)`, [[scanId, pair, secret]])
    ).map(({ sha256 }) => sha256);
    done(await office.act('kim.okafor', 'demo.moveClock', { days: ELEVEN_YEARS }));
    await destroy(gone);

    const stay = [enclosure, antrag, widerspruch].sort();
    expect((await there([scanId, pair, secret, ...stay])).sort()).toEqual(stay);
    for (const sha256 of hashes) expect(await office.bench.objects.stat(sha256)).toBeUndefined();
    expect(await Promise.all(stay.map((id) => wordsOfEingang(office.bench, id)))).toEqual(
      stay.map((id) => [{ [enclosure]: 'Anlage', [antrag]: 'Antrag', [widerspruch]: 'Widerspruch' }[id]]),
    );
    // The proof names the scans beside the letter, and what stays still says where it came from.
    const proved = await sql<{ partOf: string }>(
      `SELECT part_of AS "partOf" FROM vernichtung_object WHERE kind = 'eingang'`,
    );
    expect(proved.map(({ partOf }) => partOf).sort()).toEqual([scanId, pair, secret].sort());
    expect((await view(widerspruch)).rearrangement?.from).toEqual([
      { eingangId: scanId, fileName: 'Stapel.pdf', pages: [4] },
    ]);
    const rearrangementId = outer.rearrangementId;
    expect(await office.act(desk, 'posteingang.restoreScans', { rearrangementId })).toMatchObject({
      code: 'posteingang.scanDestroyed',
    });
    // Nor does the Protokoll tell of letters that were made of the scan and taken back.
    const told = await sql(
      `SELECT k.object_id FROM protokoll k JOIN protokoll_payload l USING (mandant_id, sequence) WHERE k.object_id = ANY ($1)`,
      [[scanId, pair, secret, ...dissolved.eingangIds]],
    );
    expect(told).toEqual([]);
    const [known] = await sql<{ payload: { scans: { sha256: string }[] } }>(
      `SELECT l.payload FROM protokoll k JOIN protokoll_payload l USING (mandant_id, sequence)
        WHERE k.object_id = $1 AND k.action = 'posteingang.rearrangeScans'`,
      [widerspruch],
    );
    expect(hashes).toContain(known?.payload.scans[0]?.sha256);
  });
});
