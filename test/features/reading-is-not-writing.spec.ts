import type { PersonActName } from '../../server/contract/acts.js';
import { ACTS, type ActDescription } from '../../server/contract/acts.js';
import { isRejection } from '../../server/contract/rejections.js';
import type { ActBench } from '../support/act-bench.js';
import { openTestOffice, type TestOffice } from '../support/office.js';
import { personWith } from '../support/people.js';
import { addedDokument, openedVorgang } from '../support/records.js';
import { UNKNOWN } from '../support/requests/unknown-inputs.js';

/** Acts about a record that need no right on it, and why. */
const BY_OTHER_RIGHTS: Readonly<Partial<Record<PersonActName, string>>> = {
  'posteingang.assignEingang': 'asks when it files; without an Eingang it never comes to that',
  'dokument.addUpload': 'asks when it adds; without an upload it never comes to that',
  'aussonderung.transferAbgabe': 'asks when it writes; that an open Vorgang cannot be transferred is said before',
  'protokoll.eraseContent': 'a duty by law (Art. 17 DSGVO): permission and sight of the Akte are enough',
  'schwaerzung.makeSchwaerzung': 'asks about the Dokument of its draft; without a draft it never comes to that',
  'dokument.releaseCheckout': 'a duty of who answers for the person that leaves, whatever that person had taken along',
  'dokument.orderRendition': 'makes what is derived; of the record it changes nothing',
  'wopi.openEditor': 'asks when it locks; that no editor opens such a file is said before',
};

let office: TestOffice;
let ids: Readonly<Record<string, string>>;
beforeAll(async () => {
  office = await openTestOffice();
  const bench = asActBench(office);
  const { akteId, vorgangId } = await openedVorgang(bench);
  const dokumentId = await addedDokument(bench, vorgangId, { state: 'entwurf' });
  ids = { akteId, vorgangId, dokumentId };
  // Everybody reads everything, and nobody does more.
  await bench.sql(`DELETE FROM access_rule WHERE subject = 'role'`);
  await bench.sql(`UPDATE access_rule SET level = 1`);
});
afterAll(() => office.close());

describe('whoever may only read', () => {
  it('is refused by every act about a record, with a sentence that says so', async () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const { act } of office.acts as readonly { act: PersonActName }[]) {
      const input = about(UNKNOWN[act] as Readonly<Record<string, unknown>>);
      if (!input || act in BY_OTHER_RIGHTS) continue;
      const { permission }: ActDescription = ACTS[act];
      asked += 1;
      const answer = await office.act(personWith(permission), act, input as never);
      const code = isRejection(answer) ? answer.code : 'done';
      if (code !== 'access.mayNotWork' && code !== 'access.mayNotManage') wrong.push(`${act}: ${code}`);
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(15);
  });

  it('changes nothing by asking: the record is as it was', async () => {
    const [row] = await asActBench(office).sql<{ version: number; state: string }>(
      `SELECT version, state FROM vorgang WHERE id = $1`,
      [ids['vorgangId']],
    );
    expect(row).toEqual({ version: 1, state: 'offen' });
  });
});

/** The input of an act with the ids of the record in it; null where it speaks of no record. */
function about(input: Readonly<Record<string, unknown>>): object | null {
  const own = Object.entries(input).flatMap(([name, value]): [string, unknown][] => {
    if (name in ids && typeof value === 'string') return [[name, ids[name]]];
    if (name === 'vorgangIds') return [[name, [ids['vorgangId']]]];
    // Ids of other things are called so too; of a record only where the input says which kind.
    const named = ids[`${String(input['objectKind'] ?? input['kind'])}Id`];
    if ((name === 'objectId' || name === 'id') && named) return [[name, named]];
    return [];
  });
  return own.length === 0 ? null : { ...input, ...Object.fromEntries(own) };
}

function asActBench({ bench, runner, personId }: TestOffice): ActBench {
  return {
    ...bench,
    personId,
    run: (act, input) => runner.run(bench.system, act, input),
    sql: (statement, parameters) =>
      bench.database.transaction(bench.mandantId, (queries) => queries.query(statement, parameters)),
    perform: (login, act, input, key = '') => runner.perform(bench.as(login), act, input, key),
    protokoll: () => Promise.resolve([]),
    followUps: () => Promise.resolve([]),
  };
}
