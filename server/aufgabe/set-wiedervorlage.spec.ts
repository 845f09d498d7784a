import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { isListed, listOf } from '../../test/support/aufgaben-lists.js';
import { createdAufgabe, openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { claimAufgabe } from './claim-aufgabe.js';
import { completeAufgabe } from './complete-aufgabe.js';
import { forwardAufgabe } from './forward-aufgabe.js';
import { setWiedervorlage } from './set-wiedervorlage.js';

let bench: ActBench;
beforeEach(async () => {
  bench = await openActBench();
});
afterEach(() => bench.close());

const jana = 'jana.petersen';
const DAY = 86_400_000;

/** An Aufgabe of Jana; everything about it can be said otherwise. */
async function hers(own: Parameters<typeof createdAufgabe>[2] = {}) {
  const { vorgangId } = await openedVorgang(bench);
  return { vorgangId, aufgabeId: await createdAufgabe(bench, vorgangId, own) };
}

const aside = (aufgabeId: string, own: object = {}, login = jana) =>
  bench.perform(login, setWiedervorlage, { aufgabeId, day: '2026-12-01', art: 'ausblenden', note: '', ...own });

describe('setWiedervorlage', () => {
  it('F34 refuses an Aufgabe of others, one that is done and one that there is not', async () => {
    const { aufgabeId } = await hers();
    expect(await aside(aufgabeId, {}, 'deniz.aydin')).toMatchObject({ code: 'aufgabe.notYours' });
    expect(await aside(newId())).toMatchObject({ code: 'platform.notFound' });
    await bench.perform(jana, completeAufgabe, { aufgabeId, version: 1, data: {} });
    expect(await aside(aufgabeId)).toMatchObject({ code: 'aufgabe.alreadyDone' });
  });

  it.each(['2026-02-31', '31.2.', '0000-01-01', '2026-11-24', '2026-11-01', '2040-01-01'])(
    'F34 refuses the day %s and puts nothing aside',
    async (day) => {
      const { aufgabeId } = await hers();
      expect(await aside(aufgabeId, { day })).toMatchObject({
        code: expect.stringMatching(/^(platform\.invalidInput|aufgabe\.wiedervorlage)/) as string,
      });
      expect(await isListed(bench, jana, 'meine', aufgabeId)).toBe(true);
    },
  );

  it.each(['a\u202Eb', 'a\u0000b', 'x'.repeat(501)])('refuses the note %j', async (note) => {
    const { aufgabeId } = await hers();
    expect(await aside(aufgabeId, { note })).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('F34 hides the Aufgabe until its day, shows it in a list of its own, and brings it back marked', async () => {
    const { aufgabeId } = await hers({ frist: '2026-11-27' });
    expect(await aside(aufgabeId, { note: 'Gutachten abwarten' })).toEqual({ aufgabeId, before: null });
    expect(await isListed(bench, jana, 'meine', aufgabeId)).toBe(false);
    const { items, counts, groups } = await listOf(bench, jana, 'wiedervorlage');
    expect([counts.meine, counts.wiedervorlage, groups.later]).toEqual([0, 1, 1]);
    const kept = { day: '2026-12-01', art: 'ausblenden', note: 'Gutachten abwarten' };
    // The Frist is over before that, and goes on.
    expect(items).toMatchObject([{ id: aufgabeId, wiedervorlage: kept, frist: '2026-11-27' }]);
    bench.clock.advance(6 * DAY);
    expect(await isListed(bench, jana, 'meine', aufgabeId)).toBe(false);
    bench.clock.advance(DAY);
    expect((await listOf(bench, jana)).items).toMatchObject([{ id: aufgabeId, wiedervorlage: kept }]);
    expect((await listOf(bench, jana, 'wiedervorlage')).groups).toMatchObject({ today: 1, later: 0 });
  });

  it('F34 leaves it in the list where the person only wants to be reminded', async () => {
    const { aufgabeId } = await hers();
    await aside(aufgabeId, { art: 'erinnern' });
    expect(await isListed(bench, jana, 'meine', aufgabeId)).toBe(true);
    expect(await isListed(bench, jana, 'wiedervorlage', aufgabeId)).toBe(true);
  });

  it('F34 is one’s own: the rest of the group sees an Aufgabe of the group as before', async () => {
    const { aufgabeId } = await hers({ candidateRole: 'mitzeichnung' });
    await aside(aufgabeId, { note: 'nur für mich' }, 'deniz.aydin');
    expect(await isListed(bench, 'deniz.aydin', 'gruppe', aufgabeId)).toBe(false);
    const colleague = (await listOf(bench, 'tomasz.sliwa', 'gruppe')).items.find(({ id }) => id === aufgabeId);
    expect(colleague?.wiedervorlage).toBeNull();
  });

  it('F34 ends when the Aufgabe changes hands, so that whoever gets it back sees it', async () => {
    const { aufgabeId } = await hers({ candidateRole: 'mitzeichnung' });
    await aside(aufgabeId, {}, 'deniz.aydin');
    await bench.perform('tomasz.sliwa', claimAufgabe, { aufgabeId, version: 1 });
    const back = { aufgabeId, version: 2, personId: bench.personId('deniz.aydin'), note: '' };
    expect(await bench.perform('tomasz.sliwa', forwardAufgabe, back)).toEqual({ version: 3 });
    expect(await isListed(bench, 'deniz.aydin', 'meine', aufgabeId)).toBe(true);
    expect(await bench.sql(`SELECT 1 FROM wiedervorlage`)).toEqual([]);
  });

  it('answers the one that it replaces, and the history says what was put aside and why', async () => {
    const { vorgangId, aufgabeId } = await hers();
    await aside(aufgabeId, { note: 'erst' });
    const before = { day: '2026-12-01', art: 'ausblenden', note: 'erst' };
    expect(await aside(aufgabeId, { day: '2027-01-04' })).toEqual({ aufgabeId, before });
    const texts = (await bench.protokoll(vorgangId)).flatMap(({ action, payload }) =>
      action === 'aufgabe.setWiedervorlage' ? [payload['text']] : [],
    );
    expect(texts).toEqual([
      {
        de: 'Wiedervorlage am 01.12.2026: Bearbeiten: Angebot. erst',
        en: 'Resubmission on 01.12.2026: Deal with: Angebot. erst',
      },
      {
        de: 'Wiedervorlage am 04.01.2027: Bearbeiten: Angebot',
        en: 'Resubmission on 04.01.2027: Deal with: Angebot',
      },
    ]);
  });
});
