import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { dokumentRow, draftDokument } from '../../test/support/dokumente.js';
import { inBin } from '../../test/support/places.js';
import { addedDokument } from '../../test/support/records.js';
import { setSperre } from '../aussonderung/set-sperre.js';
import { newId } from '../platform/ids.js';
import { deleteDokument } from './delete-dokument.js';
import { discardDokument } from './discard-dokument.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const reason = 'versehentlich hochgeladen';

async function remove(dokumentId: string, own: object = {}, login = 'helga.brandt') {
  const { version } = await dokumentRow(bench, dokumentId);
  return bench.perform(login, deleteDokument, { dokumentId, version, reason, ...own });
}

const held = async (sha256: string) =>
  (await bench.database.withoutMandant.query(`SELECT object_is_referenced($1) AS held`, [sha256]))[0];

describe('F71 deleteDokument', () => {
  it.each(['jana.petersen', 'ruth.lindqvist', 'kim.okafor'])('refuses %s, not of the Registratur', async (login) => {
    const { dokumentId } = await inBin(bench);
    expect(await remove(dokumentId, {}, login)).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses without a reason, what is unknown, and a stale version', async () => {
    const { dokumentId } = await inBin(bench);
    expect(await remove(dokumentId, { reason: 'x' })).toMatchObject({ code: 'platform.invalidInput' });
    expect(await remove(dokumentId, { dokumentId: newId() })).toMatchObject({ code: 'platform.notFound' });
    expect(await remove(dokumentId, { version: 1 })).toMatchObject({ code: 'platform.stale' });
  });

  it('refuses what has not been put into the bin first, and so does the database', async () => {
    const { dokumentId } = await draftDokument(bench);
    expect(await remove(dokumentId)).toMatchObject({ code: 'dokument.notInBin' });
    const skip = `UPDATE dokument SET place = 'deleted', placed_at = now(), placed_reason = 'x' WHERE id = $1`;
    await expect(bench.sql(skip, [dokumentId])).rejects.toThrow('deleted out of the bin');
  });

  it('refuses under a Sperre, and everything is still there', async () => {
    const { dokumentId } = await inBin(bench);
    const sperre = { objectKind: 'dokument', objectId: dokumentId, reason: 'Verfahren vor dem Verwaltungsgericht' };
    done(await bench.perform('helga.brandt', setSperre, sperre));
    expect(await remove(dokumentId)).toMatchObject({ code: expect.stringMatching(/[sS]perre/) });
    expect(await dokumentRow(bench, dokumentId)).toMatchObject({ place: 'bin', versions: [1] });
  });

  it('lets the versions go, proves them in the Protokoll, and gives the number to nobody else', async () => {
    const { dokumentId, vorgangId } = await inBin(bench, { content: '%PDF never again' });
    const [{ sha256 } = { sha256: '' }] = await bench.sql<{ sha256: string }>(
      `SELECT sha256 FROM dokument_version WHERE dokument_id = $1`,
      [dokumentId],
    );
    expect(await held(sha256)).toEqual({ held: true });
    expect(await remove(dokumentId)).toEqual({ versions: 1 });
    expect(await dokumentRow(bench, dokumentId)).toMatchObject({ place: 'deleted', betreff: '', versions: [] });
    expect(await held(sha256)).toEqual({ held: false });
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'dokument.deleteDokument',
      actor: bench.personId('helga.brandt'),
      payload: { versions: [{ nummer: 1, sha256 }], reason, text: { de: expect.stringContaining(sha256) } },
    });
    expect(await dokumentRow(bench, await addedDokument(bench, vorgangId))).toMatchObject({ nummer: 2 });
    const back = `UPDATE dokument SET place = 'bin' WHERE id = $1`;
    await expect(bench.sql(back, [dokumentId])).rejects.toThrow('never comes back');
  });

  it('lets go what went round in a Laufweg that was taken back before anybody signed', async () => {
    const { dokumentId, vorgangId } = await draftDokument(bench);
    await wentRound(dokumentId, vorgangId);
    const { version } = await dokumentRow(bench, dokumentId);
    done(await bench.perform('jana.petersen', discardDokument, { dokumentId, version, reason }));
    expect(await remove(dokumentId)).toEqual({ versions: 1 });
  });
});

async function wentRound(dokumentId: string, vorgangId: string): Promise<void> {
  const laufwegId = newId();
  await bench.sql(
    `INSERT INTO laufweg (id, mandant_id, vorgang_id, initiator_id, state, started_at, ended_at)
     VALUES ($1, $2, $3, $4, 'zurueckgeholt', now(), now())`,
    [laufwegId, bench.mandantId, vorgangId, bench.personId('jana.petersen')],
  );
  await bench.sql(
    `INSERT INTO laufweg_dokument (mandant_id, laufweg_id, vorgang_id, dokument_id, dokument_version_id, position)
     SELECT $1, $2, $3, dokument_id, id, 0 FROM dokument_version WHERE dokument_id = $4`,
    [bench.mandantId, laufwegId, vorgangId, dokumentId],
  );
}
