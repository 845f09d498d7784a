import { tellBarriere } from '../../../server/barriere/tell-barriere.js';
import { done } from '../closed-vorgang.js';
import type { TestOffice } from '../office.js';

/** What a visitor tells, and how the administration closes it. */
export async function tellAndClose(office: TestOffice): Promise<void> {
  const told = { page: '/anmelden', description: 'Der Fokus ist nicht zu sehen', contact: 'mail@example.org' };
  const { id } = done(await office.runner.run(office.bench.system, tellBarriere, told));
  done(await office.act('kim.okafor', 'barriere.closeBarriere', { id, note: 'Im nächsten Stand behoben' }));
}
