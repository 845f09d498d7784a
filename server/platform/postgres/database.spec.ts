import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import pg from 'pg';
import { eventually } from '../../../test/support/api-client.js';
import { openWorkbench, type Workbench } from '../../../test/support/workbench.js';
import { newId } from '../ids.js';
import { openDatabase, sqlState, type Queries } from './database.js';

let bench: Workbench;

beforeAll(async () => {
  bench = await openWorkbench();
  await asAdministrator(`CREATE TABLE counter (name text PRIMARY KEY, value integer NOT NULL)`);
  await asAdministrator(`GRANT ALL ON counter TO laufmappe_app`);
});
afterAll(() => bench.close());

async function asAdministrator(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: bench.urls.administratorUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const inTransaction = <T>(work: (queries: Queries) => Promise<T>) => bench.database.transaction(bench.mandantId, work);
const insert = (queries: Queries, name: string) => queries.query(`INSERT INTO counter VALUES ($1, 0)`, [name]);
const valueOf = async (name: string) => (await asAdministrator(`SELECT value FROM counter WHERE name = '${name}'`))[0];

describe('a transaction', () => {
  it('leaves nothing behind when the work throws', async () => {
    const name = newId();
    const failing = inTransaction(async (queries) => {
      await insert(queries, name);
      throw new Error('a bug');
    });
    await expect(failing).rejects.toThrow('a bug');
    expect(await valueOf(name)).toBeUndefined();
  });

  it('does not pretend to have committed when the work has swallowed the error of a statement', async () => {
    const name = newId();
    const swallowing = inTransaction(async (queries) => {
      await insert(queries, name);
      await queries.query('SELECT 1 / 0').catch(() => undefined);
      return 'done';
    });
    await expect(swallowing).rejects.toMatchObject({ code: '22012' });
    expect(await valueOf(name)).toBeUndefined();
  });

  it('is given up by the database when its server has been silent for two minutes', async () => {
    const [row] = await inTransaction((queries) => queries.query('SHOW idle_in_transaction_session_timeout'));
    expect(row).toEqual({ idle_in_transaction_session_timeout: '2min' });
  });

  it('does not repeat what is no conflict with another transaction', async () => {
    let runs = 0;
    const failing = inTransaction((queries) => {
      runs += 1;
      return queries.query('SELECT 1 / 0');
    });
    await expect(failing).rejects.toThrow('division by zero');
    expect(runs).toBe(1);
  });

  it('gives up after three serialization failures in a row', async () => {
    let runs = 0;
    const failing = inTransaction((queries) => {
      runs += 1;
      return queries.query(`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$`);
    });
    await expect(failing).rejects.toMatchObject({ code: '40001' });
    expect(runs).toBe(3);
  });

  it('repeats the loser of a deadlock, so that both happen', async () => {
    const [left, right] = [newId(), newId()];
    await inTransaction(async (queries) => [await insert(queries, left), await insert(queries, right)]);
    const locked = [deferred(), deferred()] as const;
    let runs = 0;
    const crossing = (first: string, second: string, own: Deferred, other: Deferred) =>
      inTransaction(async (queries) => {
        runs += 1;
        const add = (name: string) => queries.query(`UPDATE counter SET value = value + 1 WHERE name = $1`, [name]);
        await add(first);
        own.resolve();
        await other.promise;
        await add(second);
      });
    await Promise.all([crossing(left, right, locked[0], locked[1]), crossing(right, left, locked[1], locked[0])]);
    expect([await valueOf(left), await valueOf(right), runs]).toEqual([{ value: 2 }, { value: 2 }, 3]);
  });

  it('sees its own Mandant and no other', async () => {
    const names = (mandantId: string) =>
      bench.database.transaction(mandantId, (queries) => queries.query(`SELECT name FROM mandant`));
    expect([await names(bench.mandantId), await names(newId())]).toEqual([[{ name: 'Musterkreis' }], []]);
  });

  it('leaves no Mandant behind on its connection', async () => {
    const single = await openDatabase(bench.urls.applicationUrl, 1);
    await single.transaction(bench.mandantId, (queries) => queries.query('SELECT 1'));
    expect(await single.withoutMandant.query('SELECT current_mandant() AS id')).toEqual([{ id: null }]);
    expect(await single.withoutMandant.query('SELECT name FROM mandant')).toEqual([]);
    await single.close();
  });

  it('gives its connection back after a failure', async () => {
    const single = await openDatabase(bench.urls.applicationUrl, 1);
    await expect(single.withoutMandant.query('SELECT 1 / 0')).rejects.toThrow();
    await expect(single.transaction(newId(), (queries) => queries.query('SELECT 1 / 0'))).rejects.toThrow();
    expect(await single.withoutMandant.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await single.close();
  });

  it('goes on with a fresh connection after the database has ended the old one', async () => {
    const single = await openDatabase(bench.urls.applicationUrl, 1);
    const [backend] = await single.withoutMandant.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await asAdministrator(`SELECT pg_terminate_backend(${backend?.pid ?? 0})`);
    const asked = () => single.withoutMandant.query('SELECT 1 AS one').catch(() => null);
    expect(await eventually(asked, 'an answer over a fresh connection')).toEqual([{ one: 1 }]);
    await single.close();
  });
});

describe('a query', () => {
  it('returns calendar days as text and large integers exactly', async () => {
    const [row] = await inTransaction((queries) =>
      queries.query(`SELECT date '2026-11-24' AS day, 9007199254740993::int8 AS key`),
    );
    expect(row).toEqual({ day: '2026-11-24', key: '9007199254740993' });
  });

  it('returns the rows of a change', async () => {
    const name = newId();
    const rows = await inTransaction(async (queries) => {
      await insert(queries, name);
      return queries.query(`UPDATE counter SET value = 7 WHERE name = $1 RETURNING value`, [name]);
    });
    expect(rows).toEqual([{ value: 7 }]);
  });
});

describe('sqlState', () => {
  it.each([null, undefined, 'text', new Error('no code'), { code: 7 }])('finds none in %p', (error) => {
    expect(sqlState(error)).toBeUndefined();
  });
});

interface Deferred {
  readonly promise: Promise<void>;
  resolve(): void;
}

function deferred(): Deferred {
  let resolve = () => {};
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve: () => resolve() };
}

describe('a connection that the database ends with the packet that makes it ready', () => {
  it('is replaced by the next one before anything was done on it', async () => {
    const wire = await openFatalWire(new URL(bench.urls.applicationUrl));
    const own = await openDatabase(wire.url);
    try {
      await own.transaction(bench.mandantId, async () => {
        wire.state = 'fatal once';
        const answer = await own.transaction(bench.mandantId, (queries) => queries.query(`SELECT 1 AS one`));
        expect([answer, wire.state]).toEqual([[{ one: 1 }], 'plain']);
      });
    } finally {
      await own.close();
      await wire.close();
    }
  });

  it('refuses its transaction and leaves the process and the others alone', async () => {
    const wire = await openFatalWire(new URL(bench.urls.applicationUrl));
    const own = await openDatabase(wire.url);
    try {
      await own.transaction(bench.mandantId, async (queries) => {
        wire.state = 'fatal';
        // The pool has one connection, which is in use here: this one is new.
        await expect(own.transaction(bench.mandantId, () => Promise.resolve())).rejects.toThrow();
        wire.state = 'plain';
        expect(await queries.query(`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
      });
    } finally {
      await own.close();
      await wire.close();
    }
  });
});

/** `ErrorResponse` of the PostgreSQL protocol, as a server sends it that shuts down. */
const FATAL = (() => {
  const fields = Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection\0\0');
  const length = Buffer.alloc(4);
  length.writeInt32BE(fields.length + 4);
  return Buffer.concat([Buffer.from('E'), length, fields]);
})();

/** A wire to the database that can add the end of a connection to the packet with its `ReadyForQuery`. */
async function openFatalWire(target: URL) {
  const wire = { state: 'plain' as 'plain' | 'fatal' | 'fatal once', url: '', close: () => Promise.resolve() };
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    const fatal = wire.state !== 'plain';
    if (wire.state === 'fatal once') wire.state = 'plain';
    for (const socket of [near, far]) sockets.add(socket.on('error', () => undefined));
    near.pipe(far);
    far.on('data', (bytes) => {
      const ready = bytes.subarray(-6, -1).equals(Buffer.from([0x5a, 0, 0, 0, 5]));
      near.write(fatal && ready ? Buffer.concat([bytes, FATAL]) : bytes);
      if (fatal && ready) near.end();
    });
    far.on('end', () => near.end());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = new URL(target);
  url.port = String((server.address() as AddressInfo).port);
  url.hostname = '127.0.0.1';
  wire.url = url.href;
  wire.close = async () => {
    for (const socket of sockets) socket.destroy();
    await once(server.close(), 'close');
  };
  return wire;
}
