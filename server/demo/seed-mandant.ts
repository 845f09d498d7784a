import type { Id } from '../contract/views.js';
import { hashPassword } from '../identity/password.js';
import { systemAct } from '../platform/act.js';
import { newId } from '../platform/ids.js';
import type { Transaction } from '../platform/transaction.js';
import type { SoftKey } from '../signatur/soft-key.js';
import { AKTENPLAN } from './aktenplan.js';
import { DEMO_MANDANT, DEMO_PASSWORD, PEOPLE, UNITS } from './people.js';

export interface DemoKey {
  readonly login: string;
  readonly key: SoftKey;
}

export interface SeedInput {
  readonly passwordHash: string;
  readonly keys: readonly DemoKey[];
}

/** Fills an empty Mandant with units, people and the Aktenplan of the demo. */
export const seedMandant = systemAct('demo.seedMandant', async (tx, { passwordHash, keys }: SeedInput) => {
  await tx.query(
    `INSERT INTO mandant (mandant_id, name, kind, behoerdenschluessel, created_at) VALUES ($1, $2, 'demo', $3, $4)`,
    [tx.mandantId, DEMO_MANDANT.name, DEMO_MANDANT.behoerdenschluessel, tx.clock.now()],
  );
  await insertPeople(tx, await insertUnits(tx), passwordHash);
  await insertKeys(tx, keys);
  await insertAktenplan(tx);
  await insertRules(tx);
  tx.protokoll({
    objectKind: 'mandant',
    objectId: tx.mandantId,
    payload: { people: PEOPLE.length, aktenplaneinheiten: AKTENPLAN.length },
  });
  return {};
});

/** All demo accounts share one public password, so one hash is enough. */
export function demoPasswordHash(): Promise<string> {
  return hashPassword(DEMO_PASSWORD);
}

async function insertUnits(tx: Transaction): Promise<Map<string, Id>> {
  const ids = new Map<string, Id>();
  for (const { code, name } of UNITS) {
    const id = newId();
    ids.set(code, id);
    await tx.query(`INSERT INTO unit (id, mandant_id, code, name) VALUES ($1, $2, $3, $4)`, [
      id,
      tx.mandantId,
      code,
      name,
    ]);
  }
  return ids;
}

async function insertPeople(tx: Transaction, units: Map<string, Id>, passwordHash: string): Promise<void> {
  for (const { login, name, unit, roles, clearance } of PEOPLE) {
    const id = newId();
    await tx.query(
      `INSERT INTO person (id, mandant_id, unit_id, login, name, password_hash, clearance)
       VALUES ($1, $2, $3, $4, $5, $6, coalesce($7, 'nurFuerDenDienstgebrauch'))`,
      [id, tx.mandantId, units.get(unit), login, name, passwordHash, clearance],
    );
    await tx.query(`INSERT INTO person_role (mandant_id, person_id, role) SELECT $1, $2, unnest($3::text[])`, [
      tx.mandantId,
      id,
      roles,
    ]);
  }
}

async function insertKeys(tx: Transaction, keys: readonly DemoKey[]): Promise<void> {
  for (const { login, key } of keys) {
    await tx.query(
      `INSERT INTO signing_key (mandant_id, person_id, certificate, issuer_certificate, sealed_key, created_at)
       SELECT $1, id, $3, $4, $5, $6 FROM person WHERE login = $2`,
      [tx.mandantId, login, key.certificate, key.chain[0], key.sealedKey, tx.clock.now()],
    );
  }
}

/** Before the first Akte of the demo, so that the history has a beginning that one can go back behind. */
const PLAN_BEGINS = '2020-01-01';

async function insertAktenplan(tx: Transaction): Promise<void> {
  const ids = new Map<string, Id>();
  for (const { kennzeichen, titel, jahre, aussonderungsart } of AKTENPLAN) {
    const id = newId();
    ids.set(kennzeichen, id);
    const parent = ids.get(kennzeichen.split('.').slice(0, -1).join('.')) ?? null;
    await tx.query(
      `INSERT INTO aktenplaneinheit (id, mandant_id, parent_id, kennzeichen, titel, aufbewahrung_jahre, aussonderungsart,
                                     begins_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, tx.mandantId, parent, kennzeichen, titel, jahre, aussonderungsart, PLAN_BEGINS],
    );
  }
  // What a position shares with the one above, it inherits.
  await tx.query(
    `INSERT INTO aktenplaneinheit_version (mandant_id, einheit_id, nummer, valid_from, parent_id, titel, aufbewahrung,
                                           aufbewahrung_jahre, aussonderungsart, state, created_at, created_by)
     SELECT e.mandant_id, e.id, 1, e.begins_on, e.parent_id, e.titel,
            CASE WHEN p.id IS NOT NULL AND p.aufbewahrung_jahre IS NOT DISTINCT FROM e.aufbewahrung_jahre THEN 'geerbt'
                 WHEN e.aufbewahrung_jahre IS NULL THEN 'unbefristet' ELSE 'jahre' END,
            CASE WHEN p.id IS NULL OR p.aufbewahrung_jahre IS DISTINCT FROM e.aufbewahrung_jahre
                 THEN e.aufbewahrung_jahre END,
            CASE WHEN p.id IS NULL OR p.aussonderungsart <> e.aussonderungsart THEN e.aussonderungsart END,
            'offen', $1, 'Laufmappe'
       FROM aktenplaneinheit e LEFT JOIN aktenplaneinheit p ON p.id = e.parent_id`,
    [tx.clock.now()],
  );
}

/** The house works in all records, the Registratur also says who may. Without a rule nobody would see anything. */
async function insertRules(tx: Transaction): Promise<void> {
  await tx.query(
    `INSERT INTO access_rule (id, mandant_id, subject, role, level, granted_by, granted_at)
     VALUES ($1, $3, 'house', NULL, 2, 'Laufmappe', $4), ($2, $3, 'role', 'registratur', 3, 'Laufmappe', $4)`,
    [newId(), newId(), tx.mandantId, tx.clock.now()],
  );
}
