import type { AccessPlace, AccessRight, AccessSubject } from '../../server/contract/access-views.js';
import { RIGHTS } from '../../server/access/access.js';
import { newId } from '../../server/platform/ids.js';
import { idOf } from './records.js';
import type { ActBench } from './act-bench.js';

/** What stands between a person and a record of some table. */
export type ProtectedTable = 'akte' | 'vorgang' | 'dokument' | 'aufgabe' | 'eingang';

/** Whether the person finds the row, with the very rights of a request. */
export async function sees(bench: ActBench, login: string, table: ProtectedTable, id: string): Promise<boolean> {
  const found = await bench.runner.transaction(bench.as(login), (tx) =>
    tx.query(`SELECT 1 FROM ${table} WHERE id = $1`, [id]),
  );
  return Array.isArray(found) && found.length > 0;
}

/** A rule as it is, without asking anybody. */
export async function rule(
  bench: ActBench,
  place: AccessPlace,
  subject: AccessSubject,
  right: AccessRight,
): Promise<string> {
  const id = newId();
  await bench.sql(
    `INSERT INTO access_rule (id, mandant_id, aktenplaneinheit_id, akte_id, subject, unit_id, role, person_id, level,
                              granted_by, granted_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'test', $10)`,
    [
      id,
      bench.mandantId,
      place.kind === 'aktenplaneinheit' ? place.id : null,
      place.kind === 'akte' ? place.id : null,
      subject.kind,
      subject.kind === 'unit' ? subject.id : null,
      subject.kind === 'role' ? subject.role : null,
      subject.kind === 'person' ? subject.id : null,
      RIGHTS.indexOf(right) + 1,
      bench.clock.now(),
    ],
  );
  return id;
}

/** Lets one person read a branch of the Aktenplan, by name. */
export async function readerOf(bench: ActBench, kennzeichen: string, login: string): Promise<string> {
  const id = await idOf(bench, 'aktenplaneinheit', 'kennzeichen', kennzeichen);
  return rule(bench, { kind: 'aktenplaneinheit', id }, { kind: 'person', id: bench.personId(login) }, 'read');
}

/** An Akte that only the Registratur manages, and these people may read. */
export async function protectedFor(bench: ActBench, akteId: string, readers: readonly string[] = []): Promise<void> {
  await bench.sql(`UPDATE akte SET protected = true WHERE id = $1`, [akteId]);
  const place = { kind: 'akte', id: akteId } as const;
  await rule(bench, place, { kind: 'role', role: 'registratur' }, 'manage');
  for (const login of readers) {
    await rule(bench, place, { kind: 'person', id: bench.personId(login) }, 'read');
  }
}
