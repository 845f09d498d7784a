import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { testDatabase, type TestDatabase } from '../../test/support/postgres.js';
import { newId } from '../platform/ids.js';
import { openDatabase } from '../platform/postgres/database.js';
import { migrate } from '../platform/postgres/migrate.js';
import { projectPath } from '../platform/project-path.js';

const folder = projectPath('server/platform/postgres/migrations');

let urls: TestDatabase;
beforeAll(async () => {
  urls = await testDatabase();
});
afterAll(() => urls.drop());

describe('an installation from before there were rights', () => {
  it('keeps what everybody could do: the house works in all records, the Registratur manages them', async () => {
    const old = await filledBefore('0017');
    expect(await migrate(urls.ownerUrl)).toMatchObject({ applied: expect.any(Number) });
    const database = await openDatabase(urls.applicationUrl);
    const seen = await database.transactionOf({ ...old, day: '2026-11-24' }, (queries) =>
      queries.query<{ kind: string; level: number }>(
        `SELECT 'vorgang' AS kind, right_on('vorgang', id) AS level FROM vorgang
         UNION ALL SELECT 'akte', right_on('akte', id) FROM akte
         UNION ALL SELECT 'dokument', right_on('dokument', id) FROM dokument
         UNION ALL SELECT 'aufgabe', 6 FROM aufgabe`,
      ),
    );
    await database.close();
    expect(seen.map(({ kind, level }) => [kind, level]).sort()).toEqual([
      ['akte', 6],
      ['aufgabe', 6],
      ['dokument', 6],
      ['vorgang', 6],
    ]);
  });
});

/** Applies the migrations before this one, and writes one record of each kind as the software of then did. */
async function filledBefore(first: string): Promise<{ mandantId: string; personId: string }> {
  const client = new pg.Client({ connectionString: urls.ownerUrl });
  await client.connect();
  try {
    await client.query(
      `CREATE TABLE schema_migration (name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL)`,
    );
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.sql') && file < first).sort()) {
      const sql = await readFile(join(folder, name), 'utf8');
      await client.query(sql);
      const sha256 = createHash('sha256').update(sql).digest('hex');
      await client.query(`INSERT INTO schema_migration VALUES ($1, $2, now())`, [name, sha256]);
    }
    const [mandantId, unit, personId, einheit, akte, vorgang] = Array.from({ length: 6 }, newId);
    const insert = (table: string, row: Readonly<Record<string, unknown>>) =>
      client.query(
        `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row).map((_, at) => `$${at + 1}`)})`,
        Object.values(row),
      );
    const own = { mandant_id: mandantId };
    const [today, now] = ['2026-01-05', '2026-01-05T08:00:00Z'];
    await insert('mandant', { ...own, name: 'Kreis', kind: 'productive', behoerdenschluessel: '1', created_at: now });
    await insert('unit', { ...own, id: unit, code: '10', name: 'Amt' });
    await insert('person', { ...own, id: personId, unit_id: unit, login: 'alt', name: 'Alt', password_hash: 'none' });
    const rule = { aufbewahrung_jahre: 10, aussonderungsart: 'V', begins_on: today };
    await insert('aktenplaneinheit', { ...own, ...rule, id: einheit, kennzeichen: '10', titel: 'Amt' });
    const names = { aktenzeichen: '10-0001/2026', betreff: 'Altes' };
    const place = { aktenplaneinheit_id: einheit, federfuehrung_id: unit, opened_on: today };
    await insert('akte', { ...own, ...names, ...place, id: akte });
    await insert('vorgang', { ...own, ...names, id: vorgang, akte_id: akte, state: 'offen', laufzeit_beginn: today });
    const dokument = {
      nummer: 1,
      betreff: 'Brief',
      art: 'eingang',
      state: 'gueltig',
      created_at: now,
      created_by: 'x',
    };
    await insert('dokument', { ...own, ...dokument, id: newId(), vorgang_id: vorgang });
    const texts = { titel: '{}', schritt: '{}', frage: '{}' };
    const aufgabe = { ...texts, art: 'bearbeitung', candidate_role: 'kasse', state: 'offen', created_at: now };
    await insert('aufgabe', { ...own, ...aufgabe, id: newId(), vorgang_id: vorgang });
    return { mandantId: mandantId!, personId: personId! };
  } finally {
    await client.end();
  }
}
