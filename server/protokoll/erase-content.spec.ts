import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { checkpointParts } from '../../test/support/checkpoints.js';
import { done } from '../../test/support/closed-vorgang.js';
import { addedDokument, openedVorgang } from '../../test/support/records.js';
import { isRejection, type Rejection } from '../contract/rejections.js';
import { liftSperre } from '../aussonderung/lift-sperre.js';
import { setSperre } from '../aussonderung/set-sperre.js';
import { newId } from '../platform/ids.js';
import { writeCheckpoints } from './checkpoint-keeper.js';
import { eraseContent } from './erase-content.js';
import { verifyDatabase } from './verify-database.js';

let bench: ActBench;
let akteId: string;
let sequences: number[];
let objects: Record<string, string>;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());
beforeEach(async () => {
  const { akteId: id, vorgangId } = await openedVorgang(bench);
  const dokumentId = await addedDokument(bench, vorgangId, { betreff: 'Attest von Erika Beispiel' });
  akteId = id;
  objects = { akte: akteId, vorgang: vorgangId, dokument: dokumentId };
  sequences = await rowsOf(vorgangId);
});

async function rowsOf(objectId: string): Promise<number[]> {
  const rows = await bench.sql<{ sequence: string }>(
    `SELECT sequence FROM protokoll WHERE object_id = $1 ORDER BY sequence`,
    [objectId],
  );
  return rows.map(({ sequence }) => Number(sequence));
}

const erase = (input: object = {}, login = 'ruth.lindqvist') =>
  bench.perform(login, eraseContent, { akteId, sequences, reason: 'Art. 17 DSGVO', ...input });
const reasonsOf = (answer: { erased: number } | Rejection) =>
  isRejection(answer) ? answer.reasons.map(({ code }) => code) : [];
const contents = async () => {
  const [row] = await bench.sql<{ count: number }>(
    `SELECT count(*)::int AS count FROM protokoll_payload WHERE sequence = ANY ($1)`,
    [sequences],
  );
  return row?.count;
};
const verified = async () => (await verifyDatabase(bench.database, bench.checkpoints))[0]!;

describe('eraseContent', () => {
  it.each(['helga.brandt', 'kim.okafor', 'jana.petersen'])('refuses %s without the permission', async (login) => {
    expect(await erase({}, login)).toMatchObject({ code: 'identity.notPermitted' });
    expect(await contents()).toBe(sequences.length);
  });

  it.each([
    ['no reason', { reason: ' \t ' }],
    ['no rows', { sequences: [] }],
    ['more rows than a person looks through', { sequences: Array.from({ length: 201 }, (_, n) => n + 1) }],
    ['a row that is none', { sequences: [0] }],
    ['half a row', { sequences: [1.5] }],
  ])('refuses %s', async (_what, input) => {
    expect(await erase(input)).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('refuses an unknown Akte', async () => {
    expect(await erase({ akteId: newId() })).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses with everything that stands against it, and erases nothing of the rest', async () => {
    const [first = 0, second = 0] = sequences;
    await erase({ sequences: [first] });
    const [erasure = 0] = (await rowsOf(akteId)).slice(-1);
    const answer = await erase({ sequences: [1, first, second, erasure] });
    expect(answer).toMatchObject({ code: 'protokoll.notErasable' });
    expect(reasonsOf(answer)).toEqual(['protokoll.notOfAkte', 'protokoll.alreadyErased', 'protokoll.reasonStays']);
    expect(await contents()).toBe(sequences.length - 1);
  });

  it.each(['akte', 'vorgang', 'dokument'])(
    'refuses while a Sperre lies on the %s, and no longer when it is lifted',
    async (kind) => {
      const input = { objectKind: kind, objectId: objects[kind], reason: 'Klage' };
      const { sperreId } = done(await bench.perform('ruth.lindqvist', setSperre, input));
      expect(await erase()).toMatchObject({
        code: 'protokoll.underSperre',
        message: { de: expect.stringContaining('24.11.2026') as unknown },
      });
      expect(await contents()).toBe(sequences.length);
      done(await bench.perform('ruth.lindqvist', liftSperre, { sperreId, reason: 'Klage zurückgenommen' }));
      expect(await erase()).toEqual({ erased: sequences.length });
    },
  );

  it('refuses the second of two people who erase the same row at once', async () => {
    const answers = await Promise.all([erase(), erase()]);
    expect(answers.filter((answer) => !isRejection(answer))).toHaveLength(1);
  });

  it('F68 erases content and salt for good, and the chain stays proved with the erasure counted', async () => {
    await writeCheckpoints(checkpointParts(bench), 1);
    const before = await verified();
    expect(await erase()).toEqual({ erased: sequences.length });
    const found = await bench.sql(
      `SELECT 1 FROM protokoll_payload WHERE payload::text LIKE '%Erika Beispiel%'
                                    AND sequence = ANY ($1)`,
      [sequences],
    );
    expect(found).toEqual([]);
    expect(await verified()).toMatchObject({
      rows: before.rows + 1,
      erased: before.erased + sequences.length,
      checkpoints: before.checkpoints,
      broken: null,
    });
    expect((await bench.protokoll(akteId)).at(-1)).toMatchObject({
      action: 'protokoll.eraseContent',
      actor: bench.personId('ruth.lindqvist'),
      payload: { sequences, reason: 'Art. 17 DSGVO' },
    });
  });

  it('leaves the application no other way: the function erases nothing of another Mandant', async () => {
    const erased = await bench.database.transaction(newId(), (queries) =>
      queries.query<{ erased: number }>(`SELECT erase_protokoll_content($1::bigint[]) AS erased`, [sequences]),
    );
    expect(erased).toEqual([{ erased: 0 }]);
    expect(await contents()).toBe(sequences.length);
  });
});
