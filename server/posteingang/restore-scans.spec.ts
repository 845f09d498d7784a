import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { examinedEingang, NOTHING_FOUND } from '../../test/support/eingaenge.js';
import { openedVorgang, versionOf } from '../../test/support/records.js';
import {
  openRearranging,
  pagesOfFirst,
  scanOf,
  scanOnDesk,
  wordsOnDesk,
  type ScanOnDesk,
} from '../../test/support/scans.js';
import { newId } from '../platform/ids.js';
import { assignEingang } from './assign-eingang.js';
import { examineEingang } from './examine-eingang.js';
import type { Examiner } from './examination/examine.js';
import { forwardEingang } from './forward-eingang.js';
import { linkDuplicate } from './link-duplicate.js';
import { recordExamination } from './record-examination.js';
import { restoreScans } from './restore-scans.js';
import { setAsideEingang } from './set-aside-eingang.js';
import { unassignEingang } from './unassign-eingang.js';

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
const restore = (rearrangementId: string, login = desk) => bench.perform(login, restoreScans, { rearrangementId });
const eingang = async (id: string) =>
  (await bench.sql(`SELECT state, version, note, sha256 FROM eingang WHERE id = $1`, [id]))[0] ?? null;

/** Two letters of a scan of two pages, examined. */
async function splitScan(scan?: ScanOnDesk) {
  const taken = scan ?? (await wordsOnDesk(bench, `eins ${newId()}`, 'zwei'));
  const sources = [{ eingangId: taken.eingangId, version: taken.version }];
  const letters = [pagesOfFirst(1), pagesOfFirst(2)];
  const made = done(await bench.perform(desk, rearranging.rearrange, { sources, letters }));
  for (const eingangId of made.eingangIds)
    done(await bench.run(recordExamination, { eingangId, examination: NOTHING_FOUND }));
  const [first = '', second = ''] = made.eingangIds;
  return { scan: taken, rearrangementId: made.rearrangementId, first, second };
}

const file = async (eingangId: string) => {
  const { vorgangId } = await openedVorgang(bench);
  const target = { kind: 'vorgang', vorgangId };
  const version = await versionOf(bench, 'eingang', eingangId);
  const filing = { eingangId, version, target, betreff: 'Brief', letterDate: null, processId: null };
  return done(await bench.perform(desk, assignEingang, filing));
};

describe('restoreScans', () => {
  it('refuses whoever lacks the permission, what is not there, and whoever sees a letter and not its scan', async () => {
    const { rearrangementId, first } = await splitScan();
    expect(await restore(rearrangementId, 'tomasz.sliwa')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await restore(newId())).toMatchObject({ code: 'platform.notFound' });
    const receiver = { kind: 'person', id: bench.personId('jana.petersen') };
    done(await bench.perform(desk, forwardEingang, { eingangId: first, version: 2, receiver, note: '' }));
    expect(await restore(rearrangementId, 'jana.petersen')).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses while a letter is filed, set aside, forwarded or linked, and names the letter', async () => {
    const split = await splitScan();
    const refusal = async () => restore(split.rearrangementId);
    const filed = await file(split.first);
    expect(await refusal()).toMatchObject({
      code: 'posteingang.letterFiled',
      message: { de: expect.stringContaining('Scan_0815, Teil 1.pdf') as unknown },
    });
    done(await bench.perform(desk, unassignEingang, { eingangId: split.first, version: filed.version }));

    const note = { eingangId: (await splitScan()).first, version: 2, note: 'Absender fragen' };
    done(await bench.perform(desk, setAsideEingang, note));
    expect(await restore(await rearrangementOf(note.eingangId))).toMatchObject({ code: 'posteingang.letterSetAside' });

    const given = await splitScan();
    const receiver = { kind: 'person', id: bench.personId('jana.petersen') };
    done(await bench.perform(desk, forwardEingang, { eingangId: given.second, version: 2, receiver, note: '' }));
    expect(await restore(given.rearrangementId)).toMatchObject({ code: 'posteingang.letterForwarded' });

    const linked = await splitScan();
    const original = { eingangId: linked.second, version: 2, originalId: linked.first };
    done(await bench.perform(desk, linkDuplicate, original));
    const refused = await restore(linked.rearrangementId);
    expect(refused).toMatchObject({
      code: 'posteingang.letterLinked',
      reasons: [{ code: 'posteingang.letterLinked' }],
    });
  });

  it('refuses while a letter is split itself, until that is taken back', async () => {
    const scan = await wordsOnDesk(bench, 'eins', 'zwei', 'drei');
    const sources = [{ eingangId: scan.eingangId, version: 2 }];
    const letters = [pagesOfFirst(1, 2), pagesOfFirst(3)];
    const outer = done(await bench.perform(desk, rearranging.rearrange, { sources, letters }));
    const [letter = ''] = outer.eingangIds;
    done(await bench.run(recordExamination, { eingangId: letter, examination: { ...NOTHING_FOUND, pages: 2 } }));
    const inner = await splitScan({ ...scan, eingangId: letter });
    expect(await restore(outer.rearrangementId)).toMatchObject({ code: 'posteingang.letterRearranged' });
    done(await restore(inner.rearrangementId));
    expect(done(await restore(outer.rearrangementId))).toEqual({ eingangIds: [scan.eingangId] });
  });

  it('refuses in the database itself what the act would refuse, and every other way to remove an Eingang', async () => {
    const { rearrangementId, first } = await splitScan();
    await file(first);
    await expect(bench.sql(`SELECT restore_scans($1)`, [rearrangementId])).rejects.toMatchObject({ code: '23001' });
    await expect(bench.sql(`SELECT restore_scans($1)`, [newId()])).rejects.toMatchObject({ code: '23001' });
    await expect(bench.sql(`DELETE FROM rearrangement`)).rejects.toMatchObject({ code: '42501' });
  });

  it('lays the scans at the desk again as they lay there, and the letters are gone without a trace but in the Protokoll', async () => {
    const reason = { code: 'pdf.scan', de: 'Bitte ansehen', en: 'Please look', part: null };
    const scan = await scanOnDesk(bench, await scanOf([`x ${newId()}`, 'y']), { outcome: 'klaerung', reason });
    const before = await eingang(scan.eingangId);
    const { rearrangementId, first, second } = await splitScan(scan);
    expect(done(await restore(rearrangementId))).toEqual({ eingangIds: [scan.eingangId] });
    expect(await eingang(scan.eingangId)).toEqual({ ...before, version: 4 });
    expect([await eingang(first), await eingang(second)]).toEqual([null, null]);
    expect(await bench.sql(`SELECT id FROM rearrangement WHERE id = $1`, [rearrangementId])).toEqual([]);
    const actions = (rows: readonly { action: string }[]) => rows.map(({ action }) => action);
    expect(actions(await bench.protokoll(first))).toEqual([
      'posteingang.receiveEingang',
      'posteingang.rearrangeScans',
      'posteingang.recordExamination',
      'posteingang.restoreScans',
    ]);
    expect((await bench.protokoll(scan.eingangId)).at(-1)).toMatchObject({
      action: 'posteingang.restoreScans',
      payload: { rearrangementId, letters: [{ eingangId: expect.any(String) as unknown }, {}] },
    });
    expect(await restore(rearrangementId)).toMatchObject({ code: 'platform.notFound' });
    const again = await splitScan({ ...scan, version: 4 });
    expect(done(await restore(again.rearrangementId))).toEqual({ eingangIds: [scan.eingangId] });
  });

  it('takes back letters that the examination itself has set aside or put into quarantine, or has not read yet', async () => {
    const scan = await wordsOnDesk(bench, 'eins', 'zwei', 'drei');
    const sources = [{ eingangId: scan.eingangId, version: 2 }];
    const letters = [pagesOfFirst(1), pagesOfFirst(2), pagesOfFirst(3)];
    const { rearrangementId, eingangIds } = done(
      await bench.perform(desk, rearranging.rearrange, { sources, letters }),
    );
    const [odd = '', bad = '', unread = ''] = eingangIds;
    const reason = { code: 'pdf.damaged', de: 'beschädigt', en: 'damaged', part: null };
    const found = { ...NOTHING_FOUND, reason };
    done(await bench.run(recordExamination, { eingangId: odd, examination: { ...found, outcome: 'klaerung' } }));
    done(await bench.run(recordExamination, { eingangId: bad, examination: { ...found, outcome: 'quarantaene' } }));
    done(await restore(rearrangementId));
    // The order to examine it is still there and finds nothing to do.
    const never = () => Promise.reject(new Error('examined'));
    const examiner: Examiner = { examine: never, judge: never, close: () => Promise.resolve() };
    const handler = examineEingang({ objects: bench.objects, examiner });
    expect(
      await bench.runner.transaction(
        bench.system,
        async (tx) => (await handler(tx, { eingangId: unread }, unread)) ?? {},
      ),
    ).toEqual({});
  });

  it('leaves what has the same bytes as a letter at the desk, as an item of its own', async () => {
    const { rearrangementId, first } = await splitScan();
    const [{ sha256, size } = { sha256: '', size: '0' }] = await bench.sql<{ sha256: string; size: string }>(
      `SELECT sha256, size FROM eingang WHERE id = $1`,
      [first],
    );
    const other = await examinedEingang(bench);
    await bench.sql(`UPDATE eingang SET duplicate_of = $2, sha256 = $3, size = $4 WHERE id = $1`, [
      other,
      first,
      sha256,
      size,
    ]);
    done(await restore(rearrangementId));
    expect(await bench.sql(`SELECT duplicate_of AS "of" FROM eingang WHERE id = $1`, [other])).toEqual([{ of: null }]);
  });
});

async function rearrangementOf(eingangId: string): Promise<string> {
  const sql = `SELECT DISTINCT rearrangement_id AS id FROM rearrangement_page WHERE eingang_id = $1`;
  return (await bench.sql<{ id: string }>(sql, [eingangId]))[0]?.id ?? '';
}
