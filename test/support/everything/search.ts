import { done } from '../closed-vorgang.js';
import type { TestOffice } from '../office.js';

/** What was done until now is read by the index; searches are kept and removed. */
export async function lookForThings(office: TestOffice): Promise<void> {
  await office.search.index.drain();
  await office.search.texts.drain();
  await office.search.index.drain();
  await office.settle();
  const search = { name: 'Nachträge', query: 'Nachtrag', shared: true };
  const kept = done(await office.act('jana.petersen', 'search.keepSearch', search));
  done(await office.act('jana.petersen', 'search.removeSearch', kept));
}
