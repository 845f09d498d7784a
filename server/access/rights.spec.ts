import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { createdAufgabe, idOf, openedVorgang } from '../../test/support/records.js';
import { rule } from '../../test/support/rights.js';
import type { AccessSubject } from '../contract/access-views.js';
import type { Role } from '../contract/permissions.js';
import { loadRecordAccess } from './access.views.js';
import { isRejection } from '../contract/rejections.js';
import { COLUMNS, EXPECTED, RECORDS, RULES, type TableRecord, type Named } from './rights-table.testing.js';

let bench: ActBench;
const vorgaenge = new Map<string, string>();
beforeAll(async () => {
  bench = await openActBench();
  await bench.sql(`DELETE FROM access_rule`);
  for (const [place, subject, right] of RULES) {
    const at = place === '*' ? { kind: 'plan' as const } : await einheit(place);
    await rule(bench, at, await subjectOf(subject), right);
  }
  for (const [name, record] of Object.entries(RECORDS)) vorgaenge.set(name, await made(record));
});
afterAll(() => bench.close());

const cells = Object.entries(EXPECTED).flatMap(([record, row]) =>
  row
    .trim()
    .split(/\s+/)
    .map((expected, index) => [COLUMNS[index]!, record, expected] as const),
);

describe('the table of rights', () => {
  it('speaks of every record and every person', () => {
    expect(Object.keys(EXPECTED)).toEqual(Object.keys(RECORDS));
    expect(cells).toHaveLength(Object.keys(RECORDS).length * COLUMNS.length);
  });

  it.each(cells)('F64 lets %s do with „%s“: %s', async (login, record, expected) => {
    expect(await rightOf(login, vorgaenge.get(record)!)).toBe(expected);
  });

  it.each(Object.keys(RECORDS))('F64 is explained as it is held, for „%s“', async (record) => {
    const asked = 'helga.brandt';
    await bench.sql(`UPDATE person SET clearance = 'strengGeheim' WHERE login = $1`, [asked]);
    const explained = await bench.runner.transaction(bench.as(asked), (tx) =>
      loadRecordAccess(tx, vorgaenge.get(record)!, ''),
    );
    await bench.sql(`UPDATE person SET clearance = 'vertraulich' WHERE login = $1`, [asked]);
    if (isRejection(explained)) throw new Error(explained.code);
    const seeing = new Map(explained.people.map(({ id, right }) => [id, right]));
    for (const login of COLUMNS.filter((column) => column !== asked)) {
      const held = await rightOf(login, vorgaenge.get(record)!);
      expect([login, seeing.get(bench.personId(login)) ?? '-']).toEqual([login, held]);
    }
  });
});

const HELD: Readonly<Record<number, string>> = { 4: 'read', 5: 'read', 6: 'work', 7: 'manage' };

/** As PostgreSQL holds it. */
async function rightOf(login: string, vorgangId: string): Promise<string> {
  const rows = await bench.runner.transaction(bench.as(login), (tx) =>
    tx.query<{ level: number | null }>(`SELECT right_on('vorgang', $1) AS level`, [vorgangId]),
  );
  const level = Array.isArray(rows) ? rows[0]?.level : null;
  return (level && HELD[level]) || '-';
}

async function made({ position, stufe, protected: list, aufgabe }: TableRecord): Promise<string> {
  const { akteId, vorgangId } = await openedVorgang(bench, position);
  if (stufe) await bench.sql(`UPDATE akte SET vertraulichkeitsstufe = $2 WHERE id = $1`, [akteId, stufe]);
  if (list) await bench.sql(`UPDATE akte SET protected = true WHERE id = $1`, [akteId]);
  for (const [subject, right] of list ?? []) {
    await rule(bench, { kind: 'akte', id: akteId }, await subjectOf(subject), right);
  }
  const [kind = '', who = ''] = aufgabe?.split(' ') ?? [];
  if (kind === 'person') {
    await createdAufgabe(bench, vorgangId, { assigneeId: bench.personId(who), candidateRole: null });
  }
  if (kind === 'role') await createdAufgabe(bench, vorgangId, { candidateRole: who as Role });
  return vorgangId;
}

async function einheit(kennzeichen: string) {
  return {
    kind: 'aktenplaneinheit' as const,
    id: await idOf(bench, 'aktenplaneinheit', 'kennzeichen', kennzeichen),
  };
}

async function subjectOf(named: Named): Promise<AccessSubject> {
  const [kind = '', who = ''] = named.split(' ');
  if (kind === 'unit') return { kind, id: await idOf(bench, 'unit', 'code', who) };
  if (kind === 'role') return { kind, role: who as Role };
  return kind === 'person' ? { kind, id: bench.personId(who) } : { kind: 'house' };
}
