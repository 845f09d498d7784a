import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { newId } from '../platform/ids.js';
import { loadBarrieren } from './barriere.views.js';
import { closeBarriere } from './close-barriere.js';
import { tellBarriere } from './tell-barriere.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const NOTE = 'Behoben, geantwortet am 24.11.2026';
const someBarriere = async () =>
  done(await bench.run(tellBarriere, { page: '/', description: 'Kein Kontrast', contact: 'ute@example.org' })).id;
const close = (id: string, login = 'kim.okafor', note = NOTE) => bench.perform(login, closeBarriere, { id, note });

describe('closeBarriere', () => {
  it('F106 refuses without the permission, an unknown one, a hidden or missing note, and the second time', async () => {
    const id = await someBarriere();
    expect(await close(id, 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await close(newId())).toMatchObject({ code: 'platform.notFound' });
    for (const note of ['', ' . ', 'x'.repeat(501), 'gut\u202etug', 'a\u0000b']) {
      expect(await close(id, 'kim.okafor', note)).toMatchObject({ code: 'platform.invalidInput' });
    }
    done(await close(id));
    expect(await close(id)).toMatchObject({ code: 'barriere.closed' });
  });

  it('F106 refuses one of two who close at once', async () => {
    const id = await someBarriere();
    const answers = await Promise.all([close(id), close(id)]);
    expect(answers.filter((answer) => 'code' in answer)).toMatchObject([{ code: 'barriere.closed' }]);
  });

  it('F106 keeps note and name, deletes the contact, and lists the open ones first', async () => {
    const id = await someBarriere();
    done(await close(id));
    const waiting = await someBarriere();
    const { items, open } = await bench.database.transaction(bench.mandantId, loadBarrieren);
    expect([open, items[0]?.id]).toEqual([1, waiting]);
    expect(items.find((row) => row.id === id)).toMatchObject({ contact: '', closed: { note: NOTE, by: 'Kim Okafor' } });
    const entries = await bench.protokoll(id);
    expect(entries.map(({ action }) => action)).toEqual(['barriere.tellBarriere', 'barriere.closeBarriere']);
    expect(entries[1]?.payload).toEqual({ page: '/', note: NOTE });
  });
});
