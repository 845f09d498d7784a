import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { closedVorgang, done } from '../../test/support/closed-vorgang.js';
import { examinedEingang, examinedPart, orderedReceipt } from '../../test/support/eingaenge.js';
import { openedVorgang, POSITION, versionOf } from '../../test/support/records.js';
import { claimAufgabe } from '../aufgabe/claim-aufgabe.js';
import { newId } from '../platform/ids.js';
import { assignEingang } from './assign-eingang.js';
import { unassignEingang } from './unassign-eingang.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

async function filedLetter(parts = [examinedPart(1)]) {
  const eingangId = await examinedEingang(bench, { parts, sender: 'Anna Muster' });
  const { vorgangId, akteId } = await openedVorgang(bench);
  await assign(eingangId, vorgangId);
  return { eingangId, vorgangId, akteId };
}

async function assign(eingangId: string, vorgangId: string) {
  const target = { kind: 'vorgang', vorgangId } as const;
  const version = await versionOf(bench, 'eingang', eingangId);
  const input = { eingangId, version, target, betreff: 'Undichtes Dach', letterDate: null, processId: null };
  return done(await bench.perform('ines.vogt', assignEingang, input));
}

const takeBack = async (eingangId: string, login = 'ines.vogt') =>
  bench.perform(login, unassignEingang, { eingangId, version: await versionOf(bench, 'eingang', eingangId) });

const register = (vorgangId: string) =>
  bench.sql(
    `SELECT d.nummer, d.betreff, d.place, d.eingang_id AS "eingangId",
            (SELECT count(*)::int FROM dokument_version s WHERE s.dokument_id = d.id) AS versions
       FROM dokument d WHERE d.vorgang_id = $1 ORDER BY d.nummer`,
    [vorgangId],
  );

describe('unassignEingang', () => {
  it('refuses whoever lacks the permission, what is not there, what is not filed, and a stale version', async () => {
    const { eingangId } = await filedLetter();
    expect(await takeBack(eingangId, 'tomasz.sliwa')).toMatchObject({ code: 'identity.notPermitted' });
    const unknown = { eingangId: newId(), version: 1 };
    expect(await bench.perform('ines.vogt', unassignEingang, unknown)).toMatchObject({ code: 'platform.notFound' });
    expect(await takeBack(await examinedEingang(bench))).toMatchObject({ code: 'posteingang.notFiled' });
    const stale = { eingangId, version: 2 };
    expect(await bench.perform('ines.vogt', unassignEingang, stale)).toMatchObject({ code: 'platform.stale' });
  });

  it('refuses once a receipt has been ordered: it names the Aktenzeichen to somebody outside', async () => {
    const { eingangId } = await orderedReceipt(bench);
    expect(await takeBack(eingangId)).toMatchObject({ code: 'posteingang.receiptOrdered' });
  });

  it('refuses once somebody has begun its Aufgabe', async () => {
    const { eingangId, vorgangId } = await filedLetter();
    const [aufgabe] = await bench.sql<{ id: string }>(`SELECT id FROM aufgabe WHERE vorgang_id = $1`, [vorgangId]);
    await bench.sql(`UPDATE aufgabe SET assignee_id = NULL WHERE id = $1`, [aufgabe?.id]);
    done(await bench.perform('jana.petersen', claimAufgabe, { aufgabeId: aufgabe?.id, version: 1 }));
    expect(await takeBack(eingangId)).toMatchObject({
      code: 'posteingang.aufgabeUsed',
      message: { de: expect.stringContaining('Bearbeiten: Undichtes Dach') },
    });
  });

  it.each([
    [
      'checked out',
      `INSERT INTO dokument_checkout (id, mandant_id, dokument_id, person_id, base_nummer, since)
                     SELECT gen_random_uuid(), mandant_id, id, created_by_id, 1, created_at FROM dokument WHERE id = $1`,
    ],
    ['described anew', `UPDATE dokument SET version = version + 1 WHERE id = $1`],
  ])('refuses once one of its Dokumente has been %s, and tells which one', async (_how, statement) => {
    const { eingangId, vorgangId } = await filedLetter();
    const [, part] = await bench.sql<{ id: string }>(`SELECT id FROM dokument WHERE vorgang_id = $1 ORDER BY nummer`, [
      vorgangId,
    ]);
    await bench.sql(statement, [part?.id]);
    expect(await takeBack(eingangId)).toMatchObject({
      code: 'posteingang.dokumentUsed',
      message: { de: expect.stringContaining('Anlage 1.pdf') },
    });
    expect(await register(vorgangId)).toHaveLength(2);
  });

  it('refuses in a Vorgang that is z. d. A.', async () => {
    const { eingangId } = await filedLetter([]);
    const { vorgangId } = await closedVorgang(bench, POSITION);
    await bench.sql(`UPDATE eingang SET vorgang_id = $2 WHERE id = $1`, [eingangId, vorgangId]);
    expect(await takeBack(eingangId)).toMatchObject({ code: 'akte.closed' });
  });

  it('puts the Eingang back on the desk, its Dokumente out of the register, its Aufgabe out of the inbox', async () => {
    const { eingangId, vorgangId } = await filedLetter();
    const version = await versionOf(bench, 'eingang', eingangId);
    expect(await takeBack(eingangId)).toEqual({ version: version + 1 });
    const [row] = await bench.sql(`SELECT state, vorgang_id AS "vorgangId", note FROM eingang WHERE id = $1`, [
      eingangId,
    ]);
    expect(row).toEqual({ state: 'geprueft', vorgangId: null, note: null });
    const emptied = { betreff: '', place: 'deleted', eingangId: null, versions: 0 };
    expect(await register(vorgangId)).toEqual([
      { nummer: 1, ...emptied },
      { nummer: 2, ...emptied },
    ]);
    expect(await bench.sql(`SELECT state FROM aufgabe WHERE vorgang_id = $1`, [vorgangId])).toEqual([
      { state: 'entfallen' },
    ]);
    expect(await bench.sql(`SELECT 1 FROM eingang_filing WHERE eingang_id = $1`, [eingangId])).toEqual([]);
  });

  it('keeps the bytes, and writes down which Dokumente went', async () => {
    const { eingangId, vorgangId } = await filedLetter([]);
    const [letter] = await bench.sql<{ sha256: string }>(`SELECT sha256 FROM eingang WHERE id = $1`, [eingangId]);
    done(await takeBack(eingangId));
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'posteingang.unassignEingang',
      correlationId: eingangId,
      payload: { eingangId, dokumente: [{ nummer: 1, sha256: letter?.sha256 }] },
    });
    expect(await bench.objects.get(letter?.sha256 ?? '')).toBeTruthy();
  });

  it('lets it be filed anew, in the same Vorgang under the next number', async () => {
    const { eingangId, vorgangId } = await filedLetter([]);
    done(await takeBack(eingangId));
    await assign(eingangId, vorgangId);
    expect(await register(vorgangId)).toMatchObject([
      { nummer: 1, place: 'deleted' },
      { nummer: 2, place: 'register' },
    ]);
    done(await takeBack(eingangId));
    expect(await versionOf(bench, 'eingang', eingangId)).toBe(6);
  });
});
