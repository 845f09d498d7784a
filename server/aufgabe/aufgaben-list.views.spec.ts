import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { isListed, listOf } from '../../test/support/aufgaben-lists.js';
import { done } from '../../test/support/closed-vorgang.js';
import { createdAufgabe, openedVorgang } from '../../test/support/records.js';
import { AUFGABEN_ORDERS, type AufgabenOrder } from '../contract/aufgaben-views.js';
import { arrangeAufgaben } from './arrange-aufgaben.js';
import { FIRST_LAYOUT } from './aufgaben-layout.js';
import { loadMoreAufgaben } from './aufgaben-list.views.js';
import { readQuestion } from './aufgaben-question.js';
import { claimAufgabe } from './claim-aufgabe.js';
import { forwardAufgabe } from './forward-aufgabe.js';
import { releaseAufgabe } from './release-aufgabe.js';
import { remindAufgabe } from './remind-aufgabe.js';
import { setWiedervorlage } from './set-wiedervorlage.js';

let bench: ActBench;
beforeEach(async () => {
  bench = await openActBench();
});
afterEach(() => bench.close());

const [jana, deniz, tomasz] = ['jana.petersen', 'deniz.aydin', 'tomasz.sliwa'] as const;
const MANY = 10_000;

/** Aufgaben of Jana in one Vorgang, each as it is said. */
async function hers(...wanted: (NonNullable<Parameters<typeof createdAufgabe>[2]> & { name: string })[]) {
  const { vorgangId } = await openedVorgang(bench);
  const ids: Record<string, string> = {};
  for (const { name, ...own } of wanted) {
    ids[name] = await createdAufgabe(bench, vorgangId, { titel: { de: name, en: name }, ...own });
    bench.clock.advance(60_000);
  }
  return ids;
}

/** Titles in the order in which the person has the list. */
async function titles(order: AufgabenOrder): Promise<string[]> {
  done(await bench.perform(jana, arrangeAufgaben, { ...FIRST_LAYOUT, order }));
  return (await listOf(bench, jana)).items.map(({ titel }) => titel.de);
}

/** Copies of one Aufgabe, without a person and with every kind of Frist and amount. */
async function filled(count: number): Promise<void> {
  const { vorgangId } = await openedVorgang(bench);
  await createdAufgabe(bench, vorgangId, { candidateRole: 'mitzeichnung', titel: { de: 'Muster', en: 'Sample' } });
  await bench.sql(
    `INSERT INTO aufgabe (id, mandant_id, vorgang_id, art, titel, schritt, frage, candidate_role, state, frist,
                          betrag_cent, created_at)
     SELECT gen_random_uuid(), a.mandant_id, a.vorgang_id, a.art, a.titel, a.schritt, a.frage, a.candidate_role, 'offen',
            CASE WHEN n % 7 > 0 THEN '2026-11-20'::date + n % 50 END, CASE WHEN n % 3 > 0 THEN n % 400 END,
            a.created_at + make_interval(secs => n % 1000)
       FROM aufgabe a, generate_series(1, $1) n WHERE a.vorgang_id = $2`,
    [count - 1, vorgangId],
  );
}

describe('the lists of Aufgaben', () => {
  it('F30 show what is mine and what my group may take; claimed, released and handed over it goes to the right ones', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const aufgabeId = await createdAufgabe(bench, vorgangId, { candidateRole: 'mitzeichnung' });
    const where = async () =>
      Promise.all(
        [jana, deniz, tomasz].flatMap((login) =>
          (['meine', 'gruppe'] as const).map((list) => isListed(bench, login, list, aufgabeId)),
        ),
      );
    expect(await where()).toEqual([false, true, false, true, false, true]);
    await bench.perform(deniz, claimAufgabe, { aufgabeId, version: 1 });
    expect(await where()).toEqual([false, false, true, false, false, false]);
    await bench.perform(deniz, releaseAufgabe, { aufgabeId, version: 2 });
    expect(await where()).toEqual([false, true, false, true, false, true]);
    await bench.perform(deniz, claimAufgabe, { aufgabeId, version: 3 });
    const handover = { aufgabeId, version: 4, personId: bench.personId(tomasz), note: '' };
    await bench.perform(deniz, forwardAufgabe, handover);
    expect(await where()).toEqual([false, false, false, false, true, false]);
  });

  it('F33 are sorted as the person has arranged them: Frist, Vorrang, Wiedervorlage, age, amount', async () => {
    const instanceKey = 'way';
    const ids = await hers(
      { name: 'ohne Frist', betragCent: 900 },
      { name: 'spät', frist: '2026-12-24', job: { key: 'job', instanceKey, elementId: 'Pruefen' } },
      { name: 'bald', frist: '2026-11-25', betragCent: 12_000_00 },
      { name: 'auch bald', frist: '2026-11-25', betragCent: -5_00 },
    );
    await bench.run(remindAufgabe, { instanceKey });
    const again = { aufgabeId: ids['ohne Frist'], day: '2026-11-26', art: 'erinnern', note: '' };
    await bench.perform(jana, setWiedervorlage, again);
    expect(await titles('frist')).toEqual(['bald', 'auch bald', 'spät', 'ohne Frist']);
    expect(await titles('vorrang')).toEqual(['spät', 'bald', 'auch bald', 'ohne Frist']);
    expect(await titles('wiedervorlage')).toEqual(['ohne Frist', 'bald', 'auch bald', 'spät']);
    expect(await titles('alter')).toEqual(['ohne Frist', 'spät', 'bald', 'auch bald']);
    expect(await titles('betrag')).toEqual(['bald', 'ohne Frist', 'auch bald', 'spät']);
  });

  it('F32 are limited by every part of a filter, and by all parts together', async () => {
    await hers(
      { name: 'Gutachten', frist: '2026-11-20', art: 'pruefung', betragCent: 600_000 },
      { name: 'Angebot', frist: '2026-11-29', betragCent: 100 },
      { name: 'Vermerk', frist: '2026-11-30' },
      { name: 'Anruf' },
    );
    const found = async (query: Record<string, string>) => {
      const { filter } = done(readQuestion(query));
      const { items, groups } = await listOf(bench, jana, 'meine', filter);
      expect(Object.values(groups).reduce((sum, count) => sum + count)).toBe(items.length);
      return items.map(({ titel }) => titel.de).join();
    };
    expect(await found({ frist: 'ueberfaellig' })).toBe('Gutachten');
    expect(await found({ frist: 'heute' })).toBe('');
    expect(await found({ frist: 'woche' })).toBe('Angebot');
    expect(await found({ frist: 'ohne' })).toBe('Anruf');
    expect(await found({ art: 'pruefung,zahlung' })).toBe('Gutachten');
    expect(await found({ betragAb: '100' })).toBe('Gutachten,Angebot');
    expect(await found({ betragAb: '100', betragBis: '100' })).toBe('Angebot');
    expect(await found({ text: 'gUTacht' })).toBe('Gutachten');
    expect(await found({ text: '20.31.05-' })).toBe('Gutachten,Angebot,Vermerk,Anruf');
    expect(await found({ text: '100 %' })).toBe('');
    expect(await found({ sachgebiet: '20' })).toBe('Gutachten,Angebot,Vermerk,Anruf');
    expect(await found({ sachgebiet: '20.3' })).toBe('');
    expect(await found({ stelle: '20.31' })).toBe('Gutachten,Angebot,Vermerk,Anruf');
    expect(await found({ stelle: '20.3' })).toBe('');
    expect(await found({ stelle: '20.31.05' })).toBe('Gutachten,Angebot,Vermerk,Anruf');
    expect(await found({ betragAb: '1', frist: 'woche', text: 'ang' })).toBe('Angebot');
  });

  it('F110 of 10,000 open Aufgaben come page by page in every order, each once, counted as a whole on the first', async () => {
    await filled(MANY);
    for (const order of AUFGABEN_ORDERS) {
      done(await bench.perform(deniz, arrangeAufgaben, { ...FIRST_LAYOUT, order }));
      const first = await listOf(bench, deniz, 'gruppe');
      expect(first.items).toHaveLength(1_000);
      expect(first.counts).toEqual({ meine: 0, gruppe: MANY, vertretung: 0, wiedervorlage: 0 });
      expect(Object.values(first.groups).reduce((sum, count) => sum + count)).toBe(MANY);
      const ids = first.items.map(({ id }) => id);
      for (let next = first.next; next !== null;) {
        const question = done(readQuestion({ list: 'gruppe', most: '1000', after: next }));
        const page = done(
          await bench.runner.transaction(bench.as(deniz), (tx) => loadMoreAufgaben(tx, question, question.after!)),
        );
        ids.push(...page.items.map(({ id }) => id));
        next = page.next;
      }
      expect(ids).toHaveLength(MANY);
      expect(new Set(ids).size).toBe(MANY);
    }
  }, 60_000);
});
