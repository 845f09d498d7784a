import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AufgabeView } from '../../../server/contract/views.js';
import { hashPassword } from '../../../server/identity/password.js';
import { loadServerSecrets } from '../../../server/platform/server-secrets.js';
import { openKey } from '../../../server/signatur/keys/seal-key.js';
import { signIn, type ApiClient } from '../../support/api-client.js';
import { openBuiltServer, type BuiltServer } from '../../support/built-server.js';
import { done } from '../../support/closed-vorgang.js';
import { rechnungXml } from '../../support/letters.js';
import { connected } from '../../support/replay.js';
import { assignmentOf, nextAufgabe } from '../../support/way-of-a-letter.js';

const PASSWORD = 'Kennwort der Leitung 4711';
const WRONG_PASSWORD = 'Tippfehler der Leitung 4712';

let server: BuiltServer;
let leitung: ApiClient;
/** Everything that left the server as an answer. */
const answers: string[] = [];
beforeAll(async () => {
  server = await openBuiltServer({ LAUFMAPPE_LOG: 'trace' });
  const hash = await hashPassword(PASSWORD);
  await administrate(`UPDATE person SET password_hash = $1 WHERE login = 'ruth.lindqvist'`, [hash]);
  leitung = await signIn(server.url, 'ruth.lindqvist', PASSWORD);
  await signAnInvoice();
}, 60_000);
afterAll(() => server.close());

describe('a password', () => {
  it.each([PASSWORD, WRONG_PASSWORD])('is found nowhere after a Schlusszeichnung: %s', async (password) => {
    expect(placesOf(password, await everything())).toEqual([]);
  });

  it('is stored as an argon2id hash, at one place, which no answer shows', async () => {
    expect(placesOf('$argon2id$', await everything())).toEqual(['table person']);
  });
});

describe('a signing key', () => {
  it('is found nowhere in the clear, in no encoding', async () => {
    const { signingKeys } = await loadServerSecrets(server.dataFolder);
    const [row] = await administrate<{ sealed_key: Buffer }>(`SELECT sealed_key FROM signing_key`);
    const opened = openKey(signingKeys, row!.sealed_key);
    if ('code' in opened) throw new Error(opened.code);
    // From the middle of the private exponent; 600 is a multiple of three, so that it looks the same in base64.
    const secret = Buffer.from(opened.subarray(600, 648));
    const places = await everything();
    const found = (['hex', 'base64', 'latin1'] as const).map((encoding) => placesOf(secret.toString(encoding), places));
    expect([...found, placesOf('PRIVATE KEY', places)]).toEqual([[], [], [], []]);
  });

  it('is sealed by a secret that lies outside the database, readable for its owner only', async () => {
    const folder = join(server.dataFolder, 'secrets');
    const names = await readdir(folder);
    const places = await everything();
    for (const name of names) {
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
      expect(placesOf((await readFile(join(folder, name), 'utf8')).trim(), places)).toEqual([]);
    }
    expect(names).toContain('server');
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });
});

describe('a session', () => {
  it('leaves neither its id nor its token nor the key of its drafts in a log, a variable or an answer but its own', async () => {
    const { csrfToken, draftKey } = leitung.session;
    const [row] = await administrate<{ sid: string }>(`SELECT sid FROM session WHERE sess ->> 'csrfToken' = $1`, [
      csrfToken,
    ]);
    const places = await everything();
    for (const secret of [csrfToken, draftKey, row!.sid]) expect(placesOf(secret, places)).toEqual(['table session']);
  });
});

it('is looked for where it could be: the search finds what is there', async () => {
  const places = await everything();
  expect(places.size).toBeGreaterThan(30);
  expect(placesOf('Freigabevermerk', places)).toEqual(
    expect.arrayContaining(['table dokument', 'table engine.model_file', 'an answer']),
  );
});

/** Upload, filing, check and Schlusszeichnung, with a wrong password before the right one. */
async function signAnInvoice(): Promise<void> {
  const mailRoom = await server.as('ines.vogt');
  const { eingangId } = done(await mailRoom.upload('rechnung.xml', rechnungXml({ betragCent: 10_000 })));
  const filed = done(await mailRoom.act('posteingang.assignEingang', await assignmentOf(mailRoom, eingangId)));
  const jana = await server.as('jana.petersen');
  const toCheck = await nextAufgabe(jana, 'pruefung');
  const data = { entscheidung: 'richtig' };
  done(await jana.act('aufgabe.completeAufgabe', { aufgabeId: toCheck.id, version: toCheck.version, data }));
  const { id: aufgabeId, version } = keep(await nextAufgabe(leitung, 'schlusszeichnung'));
  keep(await leitung.act('zeichnung.signDokument', { aufgabeId, version, password: WRONG_PASSWORD }));
  done(keep(await leitung.act('zeichnung.signDokument', { aufgabeId, version, password: PASSWORD })));
  keep(await leitung.get<AufgabeView>(`/api/aufgaben/${aufgabeId}`));
  keep(await leitung.get(`/api/vorgaenge/${filed.vorgangId}`));
  await nextAufgabe(await server.as('tomasz.sliwa'), 'zahlung');
}

function keep<T>(answer: T): T {
  answers.push(JSON.stringify(answer));
  return answer;
}

/** Every table as text, every stored object, the log, and every answer. */
async function everything(): Promise<Map<string, string>> {
  const places = new Map([
    ['the log', server.output()],
    ['an answer', answers.join('\n')],
  ]);
  const tables = await administrate<{ name: string }>(
    `SELECT format('%s', oid::regclass) AS name FROM pg_class
      WHERE relkind = 'r' AND relnamespace IN ('public'::regnamespace, 'engine'::regnamespace)`,
  );
  for (const { name } of tables) {
    const rows = await administrate<{ text: string }>(`SELECT t::text AS text FROM ${name} t`);
    places.set(`table ${name}`, rows.map(({ text }) => text).join('\n'));
  }
  const objects = join(server.dataFolder, 'objects');
  for (const entry of await readdir(objects, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) places.set(entry.name, await readFile(join(entry.parentPath, entry.name), 'latin1'));
  }
  return places;
}

/** Where a text stands, as it is or as the hexadecimal digits of a bytea. */
function placesOf(secret: string, places: ReadonlyMap<string, string>): string[] {
  const hex = Buffer.from(secret).toString('hex');
  return [...places].filter(([, text]) => text.includes(secret) || text.includes(hex)).map(([name]) => name);
}

function administrate<Row extends object>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
  return connected(server.urls.administratorUrl, async (client) => (await client.query<Row>(sql, parameters)).rows);
}
