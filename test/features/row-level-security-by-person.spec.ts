import { newId } from '../../server/platform/ids.js';
import { doEverything } from '../support/everything/everything.js';
import { openTestOffice, type TestOffice } from '../support/office.js';
import { distinct, recording, type Statement } from '../support/recorded-statements.js';
import { connected, replay, type Eyes, type Outcome } from '../support/replay.js';

/**
 * The machinery keeps what belongs to no reader: state of processes, follow-ups, answers of acts by their key, and the
 * hashes that proofs are made of. It works with the eyes of the system; what routes show of it joins the records, and the
 * statements that do so are judged here like all others.
 */
const MACHINERY = /\b(engine\.|outbox\b|act_result\b|pg_notify|access_rule\b)/;
const RECORDS =
  /\b(akte|vorgang|dokument|dokument_version|aufgabe|eingang|zeichnung|protokoll_payload|search_entry|search_text)\b/;

const sent: Statement[] = [];
let office: TestOffice;
/** Ids of everything that lies in the Akte which is protected afterwards. */
let hidden: string[];
beforeAll(async () => {
  office = await openTestOffice({ around: (database) => recording(database, sent) });
  await doEverything(office);
  hidden = await protectEverything();
}, 180_000);
afterAll(async () => {
  await office.close();
});

describe('the statements of the office, sent again by a person without a right', () => {
  it('F69 find nothing of a protected Akte when they read: no row, no count, no facet', async () => {
    const reading = distinct(sent).filter(({ sql }) => !writes(sql) && RECORDS.test(sql) && !MACHINERY.test(sql));
    const seen = await replayAll(office.bench.urls.applicationUrl, reading, eyesOf('tomasz.sliwa'));
    const leaks = reading.filter((_, index) => hidden.some((id) => JSON.stringify(seen[index]?.rows).includes(id)));
    expect(leaks.map(({ sql }) => sql)).toEqual([]);
    expect(reading.length).toBeGreaterThan(150);
    // The same statements do find it with the eyes of the system: the test looks at something.
    const all = await replayAll(office.bench.urls.applicationUrl, reading, {
      ...eyesOf('tomasz.sliwa'),
      viewer: 'system',
    });
    const found = all.filter(({ rows }) => hidden.some((id) => JSON.stringify(rows).includes(id)));
    expect(found.length).toBeGreaterThan(50);
  });

  it('F69 change nothing in a protected Akte when they write', async () => {
    const writing = distinct(sent).filter(({ sql }) => writes(sql) && /^\s*(WITH|UPDATE|DELETE)/.test(sql));
    const about = writing.filter(
      ({ sql, parameters }) => RECORDS.test(sql) && parameters.some((value) => hidden.includes(String(value))),
    );
    const outcomes = await replayAll(office.bench.urls.applicationUrl, about, eyesOf('tomasz.sliwa'));
    const wrong = about.filter((_, index) => outcomes[index]?.refused === null && outcomes[index].touched > 0);
    expect(wrong.map(({ sql }) => sql)).toEqual([]);
    expect(about.length).toBeGreaterThan(10);
  });

  it('F69 answer like those about something that does not exist', async () => {
    const paths = ['/api/vorgaenge/:id', '/api/aufgaben/:id', '/api/access/records/:id', '/api/akten/:id/protokoll'];
    for (const path of paths) {
      for (const login of ['helga.brandt', 'jana.petersen'] as const) {
        const unknown = await office.read(login, path.replace(':id', newId()));
        const answers = await Promise.all(hidden.map((id) => office.read(login, path.replace(':id', id))));
        for (const answer of answers) expect(answer).toEqual(unknown);
      }
    }
  });

  it('shows nothing to a person whom nobody has set', async () => {
    const reading = distinct(sent).filter(({ sql }) => !writes(sql) && RECORDS.test(sql) && !MACHINERY.test(sql));
    const eyes = { mandantId: office.bench.mandantId, viewer: null };
    const seen = await replayAll(office.bench.urls.applicationUrl, reading, eyes);
    const leaks = reading.filter((_, index) => hidden.some((id) => JSON.stringify(seen[index]?.rows).includes(id)));
    expect(leaks.map(({ sql }) => sql)).toEqual([]);
  });
});

/** Every Akte gets a list with nobody on it whom these tests ask; returns the ids of all that lies in them. */
async function protectEverything(): Promise<string[]> {
  const { database, mandantId } = office.bench;
  return database.transaction(mandantId, async (queries) => {
    await queries.query(`UPDATE akte SET protected = true, vertraulichkeitsstufe = 'geheim'`);
    const rows = await queries.query<{ id: string }>(
      `SELECT id FROM akte UNION SELECT id FROM vorgang UNION SELECT id FROM dokument UNION SELECT id FROM dokument_version
       UNION SELECT id FROM aufgabe UNION SELECT id FROM zeichnung
       UNION SELECT id FROM eingang WHERE vorgang_id IS NOT NULL`,
    );
    return rows.map(({ id }) => id);
  });
}

function eyesOf(login: string): Eyes {
  const { mandantId, clock } = office.bench;
  return { mandantId, viewer: office.personId(login), day: clock.today() };
}

function replayAll(url: string, statements: readonly Statement[], eyes: Eyes): Promise<Outcome[]> {
  return connected(url, async (client) => {
    const outcomes: Outcome[] = [];
    for (const statement of statements) outcomes.push(await replay(client, eyes, statement));
    return outcomes;
  });
}

/** `FOR UPDATE` only locks. */
function writes(sql: string): boolean {
  return /\b(INSERT INTO|DELETE FROM)\b|\bUPDATE [\w.]+ (\w+ )?SET\b/.test(sql);
}
