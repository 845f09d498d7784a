import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { connected } from '../../test/support/replay.js';
import { closedAt, sperreOn } from '../../test/support/retention.js';
import { addedDokument } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { sperreObstacles } from './sperre.queries.js';
import { setSperre } from './set-sperre.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const obstaclesOf = (kind: 'dokument' | 'vorgang', id: string) =>
  bench.database.transaction(bench.mandantId, (queries) => sperreObstacles(queries, kind, id));

/** What the database answers its owner, whom no grant and no policy holds back. */
const asOwner = (sql: string, id: string) =>
  connected(bench.urls.ownerUrl, (client) =>
    client.query(sql, [id]).then(
      ({ rowCount }) => rowCount,
      (error: unknown) => String(error),
    ),
  );

const REFUSED = expect.stringContaining('is under the Sperre') as unknown;
const REMOVALS = {
  version: `DELETE FROM dokument_version WHERE dokument_id = $1`,
  dokument: `DELETE FROM dokument WHERE id = $1`,
  vorgang: `DELETE FROM vorgang WHERE id = $1`,
  akte: `DELETE FROM akte WHERE id = $1`,
} as const;

describe('setSperre', () => {
  it.each(['jana.petersen', 'amir.rakimov', 'kim.okafor', 'ines.vogt'])(
    'refuses %s without the permission',
    async (login) => {
      const { vorgangId: objectId } = await closedAt(bench);
      const input = { objectKind: 'vorgang', objectId, reason: 'Klage' };
      expect(await bench.perform(login, setSperre, input)).toMatchObject({ code: 'identity.notPermitted' });
    },
  );

  it('refuses what is not there, and a Sperre without a reason', async () => {
    const { vorgangId: objectId } = await closedAt(bench);
    for (const objectKind of ['akte', 'vorgang', 'dokument']) {
      const unknown = { objectKind, objectId: newId(), reason: 'Klage' };
      expect(await bench.perform('helga.brandt', setSperre, unknown)).toMatchObject({ code: 'platform.notFound' });
    }
    const silent = { objectKind: 'vorgang', objectId, reason: ' ' };
    expect(await bench.perform('helga.brandt', setSperre, silent)).toMatchObject({ code: 'platform.invalidInput' });
    expect(await obstaclesOf('vorgang', objectId)).toEqual([]);
  });

  it('F80 holds what lies below, and what lies above as a whole', async () => {
    const { akteId, vorgangId, dokumentId } = await closedAt(bench);
    await sperreOn(bench, 'akte', akteId, 'Klage eins');
    expect((await obstaclesOf('dokument', dokumentId)).map(({ message }) => message.de)).toEqual([
      'Sperre auf der Akte seit 24.11.2026: Klage eins',
    ]);
    const other = await closedAt(bench);
    await sperreOn(bench, 'dokument', other.dokumentId, 'Klage zwei');
    expect(await obstaclesOf('vorgang', other.vorgangId)).toHaveLength(1);
    expect(await obstaclesOf('vorgang', vorgangId)).toHaveLength(1);
  });

  it('F80 holds the Anlagen of a Dokument with it, and a Dokument that would take a held Anlage along', async () => {
    const { vorgangId } = await closedAt(bench);
    await bench.sql(`UPDATE vorgang SET state = 'offen', zda_date = NULL WHERE id = $1`, [vorgangId]);
    const parentId = await addedDokument(bench, vorgangId);
    const anlage = await addedDokument(bench, vorgangId, { parentId, art: 'anlage' });
    const sperre = await sperreOn(bench, 'dokument', parentId);
    expect(await obstaclesOf('dokument', anlage)).toHaveLength(1);
    await bench.sql(`UPDATE sperre SET lifted_at = now(), lifted_by = set_by, lifting_reason = 'x' WHERE id = $1`, [
      sperre,
    ]);
    await sperreOn(bench, 'dokument', anlage);
    expect(await obstaclesOf('dokument', parentId)).toHaveLength(1);
  });

  it('F80 lets several overlap, and tells record and Vorgang', async () => {
    const { akteId, vorgangId, dokumentId } = await closedAt(bench);
    await sperreOn(bench, 'akte', akteId, 'Klage');
    await sperreOn(bench, 'vorgang', vorgangId, 'Ermittlung');
    await sperreOn(bench, 'dokument', dokumentId, 'Prüfung durch den Rechnungshof');
    expect(await obstaclesOf('vorgang', vorgangId)).toHaveLength(3);
    for (const id of [vorgangId, dokumentId]) {
      const last = (await bench.protokoll(id)).at(-1);
      expect(last?.action).toBe('aussonderung.setSperre');
      expect(JSON.stringify(last?.payload)).toContain('Grund: Prüfung durch den Rechnungshof');
    }
  });

  it.each(['akte', 'vorgang', 'dokument'] as const)(
    'F80 keeps a Sperre on the %s in the database itself, whoever deletes',
    async (kind) => {
      const { akteId, vorgangId, dokumentId } = await closedAt(bench);
      await sperreOn(bench, kind, { akte: akteId, vorgang: vorgangId, dokument: dokumentId }[kind]);
      expect(await asOwner(REMOVALS.version, dokumentId)).toEqual(REFUSED);
      expect(await asOwner(REMOVALS.dokument, dokumentId)).toEqual(REFUSED);
      expect(await asOwner(REMOVALS.vorgang, vorgangId)).toEqual(REFUSED);
      if (kind === 'akte') expect(await asOwner(REMOVALS.akte, akteId)).toEqual(REFUSED);
    },
  );

  it('F80 lets nothing be moved out of a record under a Sperre, where it would lose it', async () => {
    const [held, other] = [await closedAt(bench), await closedAt(bench)];
    await sperreOn(bench, 'akte', held.akteId);
    const dokument = `UPDATE dokument SET vorgang_id = '${other.vorgangId}', nummer = 99 WHERE id = $1`;
    expect(await asOwner(dokument, held.dokumentId)).toEqual(REFUSED);
    expect(await asOwner(`UPDATE vorgang SET akte_id = '${other.akteId}' WHERE id = $1`, held.vorgangId)).toEqual(
      REFUSED,
    );
    expect(await asOwner(dokument, other.dokumentId)).toBe(1);
  });

  it('F80 keeps a Dokument in the bin from the last step', async () => {
    const { vorgangId, dokumentId } = await closedAt(bench);
    await bench.sql(`UPDATE dokument SET place = 'bin', placed_at = now(), placed_reason = 'x' WHERE id = $1`, [
      dokumentId,
    ]);
    await sperreOn(bench, 'vorgang', vorgangId);
    expect(await asOwner(`UPDATE dokument SET place = 'deleted' WHERE id = $1`, dokumentId)).toEqual(REFUSED);
  });

  it('F80 refuses a removal that began before the Sperre was there', async () => {
    const { akteId, dokumentId } = await closedAt(bench);
    await connected(bench.urls.ownerUrl, async (setting) => {
      await setting.query('BEGIN');
      await setting.query('SELECT 1 FROM akte WHERE id = $1 FOR UPDATE', [akteId]);
      const removal = asOwner(REMOVALS.version, dokumentId);
      await somebodyWaits();
      await setting.query(
        `INSERT INTO sperre (id, mandant_id, object_kind, object_id, reason, set_at, set_by)
         VALUES (gen_random_uuid(), $1, 'akte', $2, 'Klage', now(), $3)`,
        [bench.mandantId, akteId, bench.personId('helga.brandt')],
      );
      await setting.query('COMMIT');
      expect(await removal).toEqual(REFUSED);
    });
  });
});

/** Returns once somebody waits for a row lock in this database. */
async function somebodyWaits(): Promise<void> {
  const sql = `SELECT count(*)::int AS waiting FROM pg_stat_activity
                WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  await connected(bench.urls.ownerUrl, async (client) => {
    while ((await client.query<{ waiting: number }>(sql)).rows[0]?.waiting === 0);
  });
}
