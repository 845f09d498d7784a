import type { Id } from '../../contract/views.js';
import type { Database } from './database.js';

/** Every Mandant of the database: what a loop goes through, each in a transaction of its own. */
export async function listMandanten({ withoutMandant }: Pick<Database, 'withoutMandant'>): Promise<Id[]> {
  const rows = await withoutMandant.query<{ id: Id }>(`SELECT list_mandanten() AS id`);
  return rows.map(({ id }) => id);
}

/** Those that are not suspended: whom loops work for. */
export async function listRunningMandanten({ withoutMandant }: Pick<Database, 'withoutMandant'>): Promise<Id[]> {
  const rows = await withoutMandant.query<{ id: Id }>(`SELECT list_running_mandanten() AS id`);
  return rows.map(({ id }) => id);
}
