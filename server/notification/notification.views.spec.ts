import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { createdAufgabe, idOf, openedVorgang, POSITION } from '../../test/support/records.js';
import { bellOf, toldOf } from '../../test/support/told.js';
import { appointVertretung } from '../access/appoint-vertretung.js';
import { forwardAufgabe } from '../aufgabe/forward-aufgabe.js';
import { assignAufgabe } from '../aufgabe/assign-aufgabe.js';
import { keepFilter } from '../aufgabe/keep-filter.js';
import { loadAufgabe } from '../aufgabe/aufgabe.views.js';
import type { NotificationRules } from '../contract/notification-views.js';
import { arrangeNotifications } from './arrange-notifications.js';
import { FIRST_RULES } from './notification.js';

let bench: ActBench;
beforeEach(async () => {
  bench = await openActBench();
});
afterEach(() => bench.close());

const HOUR = 3_600_000;
const [jana, deniz, tomasz] = ['jana.petersen', 'deniz.aydin', 'tomasz.sliwa'] as const;
const hers = (vorgangId: string, own: object = {}) =>
  createdAufgabe(bench, vorgangId, { assigneeId: bench.personId(jana), candidateRole: 'mitzeichnung', ...own });
const rule = (own: Partial<NotificationRules>, login: string = jana) =>
  bench.perform(login, arrangeNotifications, { ...FIRST_RULES, ...own });
const kinds = (own: Partial<NotificationRules['kinds']>) => ({ kinds: { ...FIRST_RULES.kinds, ...own } });

/** Deniz stands in for Jana today. */
const deputy = (aktenplaneinheitId: string | null = null) =>
  bench.perform('helga.brandt', appointVertretung, {
    ...{ personId: bench.personId(jana), deputyId: bench.personId(deniz), aktenplaneinheitId },
    ...{ from: bench.clock.today(), until: bench.clock.today() },
  });
const protect = (vorgangId: string) =>
  bench.sql(`UPDATE vorgang SET vertraulichkeitsstufe = 'geheim' WHERE id = $1`, [vorgangId]);

describe('the bell', () => {
  it('tells nothing of a record that the person may not see any more, and counts none of it', async () => {
    const { vorgangId } = await openedVorgang(bench);
    await hers(vorgangId);
    expect(await bellOf(bench, jana)).toMatchObject({ unread: 1 });
    await protect(vorgangId);
    expect(await bellOf(bench, jana)).toMatchObject({ unread: 0, streams: [] });
  });

  it('tells that an Aufgabe was taken away, without a word of a record that is out of sight', async () => {
    const { vorgangId, aktenzeichen } = await openedVorgang(bench);
    const aufgabeId = await hers(vorgangId);
    const toId = bench.personId(tomasz);
    done(await bench.perform('ruth.lindqvist', assignAufgabe, { aufgabeId, toId, reason: 'Urlaub' }));
    await protect(vorgangId);
    const bell = await bellOf(bench, jana);
    expect(bell.streams).toMatchObject([
      { kind: 'own', groups: [{ vorgang: null, entries: [{ kind: 'taken', aufgabe: null }] }] },
    ]);
    for (const word of [vorgangId, aufgabeId, aktenzeichen, 'Fassade', 'Angebot']) {
      expect(JSON.stringify(bell)).not.toContain(word);
    }
  });

  it('tells nobody of another Mandant, and nothing to the eyes of nobody', async () => {
    const { vorgangId } = await openedVorgang(bench);
    await hers(vorgangId);
    const seen = await bench.runner.transaction(bench.as(tomasz), async (tx) => ({
      own: await tx.query(`SELECT 1 FROM notification WHERE person_id <> $1`, [bench.personId(tomasz)]),
      rules: await tx.query(`SELECT 1 FROM notification_rules WHERE person_id <> $1`, [bench.personId(tomasz)]),
    }));
    await protect(vorgangId);
    const hidden = await bench.runner.transaction(bench.as(tomasz), async (tx) => ({
      own: await tx.query(`SELECT 1 FROM notification WHERE person_id <> $1`, [bench.personId(tomasz)]),
    }));
    expect(done(seen).rules).toEqual([]);
    expect(done(hidden)).toEqual({ own: [] });
  });

  it('puts together what is about one Vorgang, the newest first', async () => {
    const [first, second] = [await openedVorgang(bench), await openedVorgang(bench)];
    for (const { vorgangId } of [first, second, first]) {
      await hers(vorgangId);
      bench.clock.advance(HOUR);
    }
    const { unread, streams } = await bellOf(bench, jana);
    expect(unread).toBe(3);
    expect(streams[0]?.groups.map(({ vorgang, entries }) => [vorgang?.id, entries.length])).toEqual([
      [first.vorgangId, 2],
      [second.vorgangId, 1],
    ]);
  });

  it('takes a new Aufgabe for read that the person has opened', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const aufgabeId = await hers(vorgangId);
    done(await bench.runner.transaction(bench.as(jana), (tx) => loadAufgabe(tx, aufgabeId)));
    expect(await bellOf(bench, jana)).toMatchObject({ unread: 0, streams: [{ groups: [{}] }] });
  });
});

describe('whoever stands in for somebody', () => {
  it('hears nothing of what is none of the work: what was taken from the absent one, and what lies elsewhere', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const aufgabeId = await hers(vorgangId);
    done(await deputy(await idOf(bench, 'aktenplaneinheit', 'kennzeichen', '10.11.01')));
    expect(await toldOf(bench, deniz, { aufgabeId })).toEqual([]);
  });

  it('hears of it in a stream of its own, and reads for themselves', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const aufgabeId = await hers(vorgangId);
    done(await deputy(await idOf(bench, 'aktenplaneinheit', 'kennzeichen', POSITION)));
    const { unread, streams } = await bellOf(bench, deniz);
    expect(unread).toBe(1);
    expect(streams).toMatchObject([
      { kind: 'vertretung', fuer: { name: 'Jana Petersen' }, groups: [{ entries: [{}] }] },
    ]);
    const to = { aufgabeId, version: 1, personId: bench.personId(tomasz), note: '' };
    done(await bench.perform(deniz, forwardAufgabe, to));
    expect((await bellOf(bench, deniz)).streams).toEqual([]);
    expect(await toldOf(bench, jana, { aufgabeId })).toEqual(['taken']);
  });
});

describe('the rules of a person', () => {
  it('leave out what they do not want to be told, and what they want in the morning until then, as one', async () => {
    const { vorgangId } = await openedVorgang(bench);
    await hers(vorgangId);
    await hers(vorgangId);
    done(await rule(kinds({ new: 'none' })));
    expect(await bellOf(bench, jana)).toMatchObject({ unread: 0, streams: [] });
    done(await rule(kinds({ new: 'digest' })));
    expect(await bellOf(bench, jana)).toMatchObject({ unread: 0, streams: [] });
    bench.clock.advance(24 * HOUR);
    expect(await bellOf(bench, jana)).toMatchObject({
      ...{ unread: 1, streams: [{ kind: 'digest', groups: [{ entries: [{}, {}] }] }] },
    });
  });

  it('for a kept filter count for what fits it, and for nothing else', async () => {
    const { vorgangId } = await openedVorgang(bench);
    await hers(vorgangId, { titel: { de: 'Brandschutz prüfen', en: 'Fire' } });
    await hers(vorgangId);
    const filter = { name: 'Brandschutz', list: 'meine', filter: { text: 'brandschutz' }, shared: false } as const;
    const { id } = done(await bench.perform(jana, keepFilter, filter));
    done(await rule({ ...kinds({ new: 'none' }), filters: [{ id, channel: 'os' }] }));
    const { streams } = await bellOf(bench, jana);
    expect(streams[0]?.groups[0]?.entries).toMatchObject([{ channel: 'os', aufgabe: { titel: { en: 'Fire' } } }]);
    expect(streams[0]?.groups[0]?.entries).toHaveLength(1);
  });

  it('make no sign in quiet hours, and keep everything in the list', async () => {
    const { vorgangId } = await openedVorgang(bench);
    await hers(vorgangId);
    done(await rule({ quiet: { from: '00:00', until: '00:00', days: [1, 2, 3, 4, 5, 6, 7] } }));
    expect(await bellOf(bench, jana)).toMatchObject({ unread: 1, sign: 'quiet', streams: [{ kind: 'own' }] });
    expect(await bellOf(bench, deniz)).toMatchObject({ sign: 'shown' });
  });
});
