import { rightOf, STUFEN, type Holder, type RecordPlace } from '../../server/access/access.js';
import { loadHolders, loadRuleBook } from '../../server/access/holder.queries.js';
import type { AccessRight, AccessSubject } from '../../server/contract/access-views.js';
import { ROLE_PERMISSIONS, type Role } from '../../server/contract/permissions.js';
import { PEOPLE } from '../../server/demo/people.js';
import type { Random } from '../features/mutations/random.js';
import type { ActBench } from './act-bench.js';
import { addedDokument, createdAufgabe, openedVorgang } from './records.js';
import { rule } from './rights.js';

const RULES = 14;

export interface Made {
  readonly akteId: string;
  readonly vorgangId: string;
  readonly dokumentId: string;
  readonly place: RecordPlace;
  readonly aufgabe: { id: string; assigneeId: string | null; role: Role | null; unitId: string | null; open: boolean };
  /** The Akte may be less confidential than its Vorgang. */
  readonly akteStufe: RecordPlace['stufe'];
  readonly temporaryFor: string | null;
}

/** What a person may see by the naive reading of the law: every record is asked one by one. */
export interface Expected {
  readonly akten: string[];
  readonly vorgaenge: string[];
  readonly aufgaben: string[];
}

export async function randomPeople(bench: ActBench, random: Random): Promise<void> {
  for (const { login } of PEOPLE) {
    await bench.sql(`UPDATE person SET clearance = $2 WHERE login = $1`, [login, random.pick(STUFEN.slice(0, 4))]);
  }
  for (let count = 0; count < 3; count++) {
    const [person, deputy] = [random.pick(PEOPLE).login, random.pick(PEOPLE).login];
    if (person === deputy) continue;
    await bench.sql(
      `INSERT INTO vertretung (id, mandant_id, person_id, deputy_id, aktenplaneinheit_id, from_day, until_day)
       SELECT gen_random_uuid(), $1, $2, $3, (SELECT id FROM aktenplaneinheit WHERE kennzeichen = $4), $5::date,
              $5::date + $6::int`,
      [
        bench.mandantId,
        bench.personId(person),
        bench.personId(deputy),
        random.pick(['20', '10.21', null]),
        random.below(4) === 0 ? '2026-01-01' : bench.clock.today(),
        random.below(3),
      ],
    );
  }
}

export const POSITIONS = [
  '10.01.01',
  '10.11.01',
  '10.21.02',
  '20.11.01',
  '20.31.04',
  '20.31.05',
  '32.11.01',
  '50.11.02',
];

export async function randomRecord(bench: ActBench, random: Random): Promise<Made> {
  const { akteId, vorgangId } = await openedVorgang(bench, random.pick(POSITIONS));
  const dokumentId = await addedDokument(bench, vorgangId, { betreff: vorgangId });
  const assigneeId = random.below(2) === 0 ? bench.personId(random.pick(PEOPLE).login) : null;
  const role = assigneeId ? null : random.pick(['sachbearbeitung', 'mitzeichnung', 'kasse'] as const);
  const id = await createdAufgabe(bench, vorgangId, { assigneeId, candidateRole: role });
  const open = random.below(3) > 0;
  if (!open) await bench.sql(`UPDATE aufgabe SET state = 'entfallen' WHERE id = $1`, [id]);
  const [akteStufe, stufe] = [random.pick(STUFEN.slice(0, 3)), random.pick(STUFEN)];
  const isProtected = random.below(3) === 0;
  await bench.sql(`UPDATE akte SET vertraulichkeitsstufe = $2, protected = $3 WHERE id = $1`, [
    akteId,
    akteStufe,
    isProtected,
  ]);
  const own = random.below(3) === 0 ? stufe : 'offen';
  await bench.sql(`UPDATE vorgang SET vertraulichkeitsstufe = $2 WHERE id = $1`, [vorgangId, own]);
  const temporaryFor = random.below(4) === 0 ? bench.personId(random.pick(PEOPLE).login) : null;
  if (temporaryFor) {
    await bench.sql(
      `INSERT INTO temporary_right (id, mandant_id, person_id, vorgang_id, until_day, reason, granted_by, granted_at)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, 'Einsicht', 'test', now())`,
      [bench.mandantId, temporaryFor, vorgangId, bench.clock.today()],
    );
  }
  const [row] = await bench.sql<{ assigneeId: string | null; unitId: string | null; path: string[] }>(
    `WITH RECURSIVE up AS (
       SELECT e.id, e.parent_id, 0 AS n FROM aktenplaneinheit e JOIN akte a ON a.aktenplaneinheit_id = e.id WHERE a.id = $1
       UNION ALL SELECT e.id, e.parent_id, n + 1 FROM aktenplaneinheit e JOIN up ON up.parent_id = e.id)
     SELECT ARRAY(SELECT id FROM up ORDER BY n DESC) AS path,
            t.assignee_id AS "assigneeId", t.unit_id AS "unitId" FROM aufgabe t WHERE t.id = $2`,
    [akteId, id],
  );
  const highest = STUFEN[Math.max(STUFEN.indexOf(akteStufe), STUFEN.indexOf(own))]!;
  const place = { path: row!.path, protectedAkteId: isProtected ? akteId : null, stufe: highest };
  return {
    ...{ akteId, vorgangId, dokumentId, place, temporaryFor, akteStufe },
    aufgabe: { id, assigneeId: row!.assigneeId, role, unitId: row!.unitId, open },
  };
}

export async function randomRules(bench: ActBench, random: Random, records: readonly Made[]): Promise<void> {
  const einheiten = await bench.sql<{ id: string }>(
    `SELECT id FROM aktenplaneinheit WHERE kennzeichen ~ '^(10|20|32|50)' ORDER BY kennzeichen`,
  );
  const units = await bench.sql<{ id: string }>(`SELECT id FROM unit ORDER BY code`);
  const roles = Object.keys(ROLE_PERMISSIONS) as Role[];
  const subject = (): AccessSubject =>
    [
      { kind: 'house' } as const,
      { kind: 'unit', id: random.pick(units).id } as const,
      { kind: 'unit', id: random.pick(units).id } as const,
      { kind: 'role', role: random.pick(roles) } as const,
      { kind: 'role', role: random.pick(roles) } as const,
      { kind: 'person', id: bench.personId(random.pick(PEOPLE).login) } as const,
    ][random.below(6)]!;
  const right = (): AccessRight => random.pick(['read', 'work', 'manage'] as const);
  const once = new Set<string>();
  const add = async (place: Parameters<typeof rule>[1], whom: AccessSubject) => {
    const name = JSON.stringify([place, whom]);
    if (!once.has(name)) await rule(bench, place, whom, right());
    once.add(name);
  };
  for (let count = 0; count < RULES; count++) {
    await add({ kind: 'aktenplaneinheit', id: random.pick(einheiten).id }, subject());
  }
  if (random.below(2) === 0) await add({ kind: 'plan' }, { kind: 'role', role: random.pick(roles) });
  for (const { akteId, place } of records) {
    // Also on some that are not protected: there such a rule must count for nothing.
    if (place.protectedAkteId || random.below(6) === 0) await add({ kind: 'akte', id: akteId }, subject());
    if (place.protectedAkteId) await add({ kind: 'akte', id: akteId }, subject());
  }
}

/** Asks the law about every person and every record, one by one. */
export async function expectations(
  bench: ActBench,
  made: readonly Made[],
  expected: Map<string, Expected>,
): Promise<readonly Holder[]> {
  return bench.database.transaction(bench.mandantId, async (queries) => {
    const holders = await loadHolders(queries);
    const book = await loadRuleBook(queries, bench.clock.today(), holders);
    for (const holder of holders) {
      const absent = book.vertretungen.filter(({ deputyId, part }) => deputyId === holder.id && part === null);
      const hands = [holder, ...absent.flatMap(({ personId }) => book.holders.get(personId) ?? [])];
      const cleared = (stufe: RecordPlace['stufe']) => STUFEN.indexOf(stufe) <= STUFEN.indexOf(holder.clearance);
      const ofGroup = ({ role, unitId }: Made['aufgabe']) =>
        hands.some(({ roles, unitId: own }) => role && roles.includes(role) && (unitId === null || unitId === own));
      const theirs = ({ assigneeId }: Made['aufgabe']) => hands.some(({ id }) => id === assigneeId);
      const forNow = ({ aufgabe, place, temporaryFor }: Made) =>
        cleared(place.stufe) &&
        (temporaryFor === holder.id ||
          (aufgabe.open && (theirs(aufgabe) || (aufgabe.assigneeId === null && ofGroup(aufgabe)))));
      const byRules = (place: RecordPlace) => rightOf(book, holder, place) !== null;
      const ids = (list: readonly Made[], id: (record: Made) => string) => list.map(id).sort();
      expected.set(holder.id, {
        akten: ids(
          made.filter((record) => byRules({ ...record.place, stufe: record.akteStufe }) || forNow(record)),
          ({ akteId }) => akteId,
        ),
        vorgaenge: ids(
          made.filter((record) => byRules(record.place) || forNow(record)),
          ({ vorgangId }) => vorgangId,
        ),
        aufgaben: ids(
          made.filter((record) => {
            const { place, aufgabe } = record;
            return byRules(place) || forNow(record) || (cleared(place.stufe) && (theirs(aufgabe) || ofGroup(aufgabe)));
          }),
          ({ aufgabe }) => aufgabe.id,
        ),
      });
    }
    return holders;
  });
}
