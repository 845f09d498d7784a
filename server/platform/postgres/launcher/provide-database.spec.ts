import { createServer } from 'node:net';
import { once } from 'node:events';
import { queryOnce } from '../../../../test/support/embedded-postgres.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/postgres.js';
import { provideDatabase } from './provide-database.js';

describe('provideDatabase with a database that somebody else runs', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  it('names the variable and the address, never the password, when nothing answers', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address() as { port: number };
    await new Promise((closed) => probe.close(closed));
    const url = `postgres://u:topsecret@127.0.0.1:${port}/laufmappe`;
    const failure = provide({ ownerUrl: url });
    await expect(failure).rejects.toThrow(
      `DATABASE_OWNER_URL (127.0.0.1:${port}/laufmappe) does not answer: connect ECONNREFUSED`,
    );
    await expect(failure).rejects.not.toThrow('topsecret');
  });

  it('says that the password is wrong', async () => {
    const wrong = new URL(database.applicationUrl);
    wrong.password = 'wrong';
    await expect(provide({ applicationUrl: wrong.href })).rejects.toThrow(
      /DATABASE_URL .* password authentication failed/,
    );
  });

  it('says that the database does not exist', async () => {
    const wrong = new URL(database.sessionUrl);
    wrong.pathname = '/nowhere';
    await expect(provide({ sessionUrl: wrong.href })).rejects.toThrow(
      /DATABASE_SESSION_URL .* database "nowhere" does not exist/,
    );
  });

  it('refuses an application role that row-level security does not bind', async () => {
    for (const applicationUrl of [database.ownerUrl, database.administratorUrl]) {
      await expect(provide({ applicationUrl })).rejects.toMatchObject({ code: 'databaseRoleTooStrong' });
    }
  });

  it('hands the three connections on, names the version and leaves the database running', async () => {
    const provided = await provide({});
    expect(provided).toMatchObject({ ownerUrl: database.ownerUrl, applicationUrl: database.applicationUrl });
    expect(provided.version).toMatch(/^18\./);
    await provided.stop();
    expect(await queryOnce(provided.sessionUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  function provide(changed: Partial<Record<'ownerUrl' | 'applicationUrl' | 'sessionUrl', string>>) {
    const { ownerUrl, applicationUrl, sessionUrl } = { ...database, ...changed };
    return provideDatabase({
      database: { kind: 'external', ownerUrl, applicationUrl, sessionUrl },
      dataFolder: '/nowhere',
    });
  }
});
