import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { createdAufgabe, openedVorgang } from '../../test/support/records.js';
import { bellOf } from '../../test/support/told.js';
import { newId } from '../platform/ids.js';
import { markNotifications } from './mark-notifications.js';

let bench: ActBench;
beforeEach(async () => {
  bench = await openActBench();
});
afterEach(() => bench.close());

const mark = (ids: readonly string[], state = 'read', login = 'jana.petersen') =>
  bench.perform(login, markNotifications, { ids, state });
const entriesOf = async (login: string) =>
  (await bellOf(bench, login)).streams.flatMap(({ groups }) => groups).flatMap(({ entries }) => entries);

/** Two Aufgaben for whoever signs, each told to Jana and Deniz by one row. */
async function told(): Promise<string[]> {
  const { vorgangId } = await openedVorgang(bench);
  await createdAufgabe(bench, vorgangId, { candidateRole: 'mitzeichnung' });
  await createdAufgabe(bench, vorgangId, { candidateRole: 'mitzeichnung' });
  return (await entriesOf('jana.petersen')).map(({ id }) => id);
}

describe('markNotifications', () => {
  it('refuses whoever has no Aufgaben, none at all, more than a bell shows, and a third state', async () => {
    const [id] = await told();
    expect(await mark([id!], 'read', 'amir.rakimov')).toMatchObject({ code: 'identity.notPermitted' });
    for (const [ids, state] of [
      [[], 'read'],
      [['x'], 'read'],
      [[id!], 'gone'],
      [Array.from({ length: 501 }, () => newId()), 'read'],
    ] as const) {
      expect(await mark(ids, state)).toMatchObject({ code: 'platform.invalidInput' });
    }
  });

  it('leaves alone, without a word, what there is not and what the person may not see', async () => {
    const { vorgangId } = await openedVorgang(bench);
    await createdAufgabe(bench, vorgangId, { assigneeId: bench.personId('deniz.aydin') });
    await bench.sql(`UPDATE vorgang SET vertraulichkeitsstufe = 'geheim' WHERE id = $1`, [vorgangId]);
    const [row] = await bench.sql<{ id: string }>(`SELECT id FROM notification WHERE vorgang_id = $1`, [vorgangId]);
    expect(await mark([newId(), row!.id])).toEqual({ changed: [] });
    expect(await bench.sql('SELECT 1 FROM notification_read')).toEqual([]);
  });

  it('marks for the person alone, once, and back again', async () => {
    const ids = await told();
    expect(done(await mark(ids)).changed.toSorted()).toEqual(ids.toSorted());
    expect(await mark(ids)).toEqual({ changed: [] });
    expect(await bellOf(bench, 'jana.petersen')).toMatchObject({ unread: 0 });
    expect(await bellOf(bench, 'deniz.aydin')).toMatchObject({ unread: 2 });
    expect(await mark([ids[0]!], 'unread')).toEqual({ changed: [ids[0]] });
    expect(await bellOf(bench, 'jana.petersen')).toMatchObject({ unread: 1 });
  });

  it('leaves nothing in the Protokoll about what somebody reads', async () => {
    await mark(await told());
    expect(await bench.protokoll(bench.personId('jana.petersen'))).toEqual([]);
  });
});
