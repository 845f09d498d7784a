import type {
  AccessOfPerson,
  AccessPosition,
  AccessRuleRow,
  AccessRules,
  RecordAccess,
  SimulatedChange,
  WhyAnswer,
} from '../contract/access-views.js';
import { isRejection, reject, type Rejection } from '../contract/rejections.js';
import type { Day, Id } from '../contract/views.js';
import { newId } from '../platform/ids.js';
import { personOf, type Transaction } from '../platform/transaction.js';
import type { AccessRule } from './access.js';
import { deleteRule, insertRule, loadRules, saveClearance } from './access.store.js';
import { explainAccess, NO_OCCASION, type Circumstances } from './explain.js';
import { loadHolders, loadRuleBook, type NamedHolder } from './holder.queries.js';
import { aktenzeichenOf, loadNames } from './name.queries.js';
import { nameOfPlace, nameOfSubject, type NameBook } from './names.js';
import { findRecord, occasionsOf, temporaryRightsOf, type AskedRecord } from './record.queries.js';

/** A page of people; whoever looks for one types the name. */
const MOST_PEOPLE = 100;

/** „Wer kann das sehen, und warum?“ for a record that the asking person sees. */
export async function loadRecordAccess(
  tx: Transaction,
  wanted: string,
  name: string,
): Promise<RecordAccess | Rejection> {
  const record = await findRecord(tx, wanted);
  if (!record) return reject('platform.notFound');
  const me = personOf(tx).id;
  const { people, rules } = await tx.asSystem(async (all) => ({
    people: await everybody(all, record),
    rules: record.protectedAkteId ? await ruleRows(all, await loadRules(all, record.protectedAkteId)) : [],
  }));
  const seeing = people.filter(({ right }) => right !== null);
  const wantedName = name.normalize('NFC').toLowerCase();
  return {
    aktenzeichen: record.aktenzeichen,
    akteId: record.akteId,
    akteVersion: record.akteVersion,
    protected: record.protectedAkteId !== null,
    vertraulichkeitsstufe: record.stufe,
    rules,
    people: seeing.filter((person) => person.name.toLowerCase().includes(wantedName)).slice(0, MOST_PEOPLE),
    total: seeing.length,
    temporary: record.vorgangId ? await temporaryRightsOf(tx, record.vorgangId, tx.clock.today()) : [],
    mayManage: seeing.some(({ id, right }) => id === me && right === 'manage'),
  };
}

export interface WhyInput {
  readonly personId: Id;
  readonly aktenzeichen: string;
  readonly change: SimulatedChange | null;
}

/**
 * „Warum sehe ich das nicht?“ for somebody else, and what would be after a change. Whoever has the permission may ask of
 * any Aktenzeichen; the answer says nothing of what the record is about.
 */
export async function answerWhy(
  tx: Transaction,
  { personId, aktenzeichen, change }: WhyInput,
): Promise<WhyAnswer | Rejection> {
  return tx.asSystem(async (all) => {
    const now = await explainOne(all, personId, aktenzeichen);
    if (isRejection(now) || !change) return isRejection(now) ? now : { now, after: null };
    // Thought through on the real rules and taken back before anybody can see it.
    await all.query('SAVEPOINT simulation');
    await simulate(all, change);
    const after = await explainOne(all, personId, aktenzeichen);
    await all.query('ROLLBACK TO SAVEPOINT simulation');
    return isRejection(after) ? after : { now, after };
  });
}

async function explainOne(all: Transaction, personId: Id, aktenzeichen: string): Promise<AccessOfPerson | Rejection> {
  const record = await findRecord(all, aktenzeichen);
  const found = record && (await everybody(all, record)).find(({ id }) => id === personId);
  return found ?? reject('platform.notFound');
}

async function simulate(all: Transaction, change: SimulatedChange): Promise<void> {
  switch (change.kind) {
    case 'grantRule': {
      const rule: AccessRule = { id: newId(), place: change.place, subject: change.subject, right: change.right };
      await insertRule(all, rule, { mandantId: all.mandantId, name: 'simulation', at: all.clock.now() });
      return;
    }
    case 'withdrawRule':
      return deleteRule(all, change.ruleId);
    case 'clearance':
      await saveClearance(all, change.personId, change.stufe);
  }
}

/** Everybody who can sign in, each with the answer for this record. */
async function everybody(all: Transaction, record: AskedRecord): Promise<AccessOfPerson[]> {
  const today = all.clock.today();
  const people = await loadHolders(all);
  const about = await circumstances(all, record, today, people);
  const occasions = record.vorgangId ? await occasionsOf(all, record.vorgangId, today) : new Map<Id, never>();
  return people.map((person) => explainAccess(about, person, occasions.get(person.id) ?? NO_OCCASION));
}

async function circumstances(
  all: Transaction,
  record: AskedRecord,
  today: Day,
  people: readonly NamedHolder[],
): Promise<Circumstances> {
  const book = await loadRuleBook(all, today, people);
  const names: NameBook = { ...(await loadNames(all)), akten: new Map([[record.akteId, record.aktenzeichen]]) };
  return { book, names, record };
}

async function ruleRows(tx: Transaction, rules: readonly AccessRule[]): Promise<AccessRuleRow[]> {
  const akteIds = rules.flatMap(({ place }) => (place.kind === 'akte' ? [place.id] : []));
  const names: NameBook = { ...(await loadNames(tx)), akten: await aktenzeichenOf(tx, akteIds) };
  return rules.map(({ id, place, subject, right }) => ({
    id,
    place: nameOfPlace(place, names),
    subject: nameOfSubject(subject, names),
    right,
  }));
}

/** Every rule on the Aktenplan, and who can be named in one. */
export async function loadAccessRules(tx: Transaction): Promise<AccessRules> {
  const rules = (await loadRules(tx)).filter(({ place }) => place.kind !== 'akte');
  const units = await tx.query<{ id: Id; name: string }>(
    `SELECT id, code || ' ' || name AS name FROM unit ORDER BY code`,
  );
  const vertretungen = await tx.query<AccessRules['vertretungen'][number]>(
    `SELECT v.id, p.name AS person, d.name AS deputy, v.from_day AS "from", v.until_day AS until,
            e.kennzeichen || ' ' || e.titel AS part
       FROM vertretung v JOIN person p ON p.id = v.person_id JOIN person d ON d.id = v.deputy_id
       LEFT JOIN aktenplaneinheit e ON e.id = v.aktenplaneinheit_id
      WHERE v.ended_at IS NULL AND v.until_day >= $1 ORDER BY v.from_day, v.id LIMIT 500`,
    [tx.clock.today()],
  );
  const people = (await loadHolders(tx)).map(({ id, name, unit, clearance }) => ({ id, name, unit, clearance }));
  return { rules: await ruleRows(tx, rules), units, people, vertretungen };
}

/** The position with exactly this Kennzeichen. */
export async function findPosition(tx: Transaction, kennzeichen: string): Promise<AccessPosition | Rejection> {
  const [row] = await tx.query<AccessPosition>(
    `SELECT id, kennzeichen || ' ' || titel AS name FROM aktenplaneinheit WHERE kennzeichen = $1`,
    [kennzeichen],
  );
  return row ?? reject('platform.notFound');
}
