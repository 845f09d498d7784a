import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { examinedEingang, receivedEingang } from '../../test/support/eingaenge.js';
import { openedVorgang, versionOf } from '../../test/support/records.js';
import type { MailFacts, RechnungFacts } from '../contract/examination.js';
import type { EingangView } from '../contract/views.js';
import { newId } from '../platform/ids.js';
import { assignEingang } from './assign-eingang.js';
import { linkDuplicate } from './link-duplicate.js';
import { loadEingang, loadPosteingang } from './posteingang.views.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

async function link(eingangId: string, originalId: string, login = 'ines.vogt', version?: number) {
  const known = version ?? (await versionOf(bench, 'eingang', eingangId));
  return bench.perform(login, linkDuplicate, { eingangId, version: known, originalId });
}

async function file(eingangId: string, vorgangId: string) {
  const version = await versionOf(bench, 'eingang', eingangId);
  const target = { kind: 'vorgang', vorgangId } as const;
  const input = { eingangId, version, target, betreff: 'Brief', letterDate: null, processId: null };
  return done(await bench.perform('ines.vogt', assignEingang, input));
}

const row = async (id: string) =>
  (
    await bench.sql(`SELECT state, linked_to AS "linkedTo", vorgang_id AS "vorgangId" FROM eingang WHERE id = $1`, [id])
  )[0];

const view = async (id: string) =>
  done<EingangView>(
    await bench.runner.transaction(bench.as('ines.vogt'), (tx) => loadEingang(tx, id, bench.clock.today())),
  );

describe('linkDuplicate', () => {
  it('refuses whoever lacks the permission', async () => {
    const [original, eingangId] = [await examinedEingang(bench), await examinedEingang(bench)];
    expect(await link(eingangId, original, 'tomasz.sliwa')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses what is not there, what is stale, and what was not read', async () => {
    const [original, eingangId] = [await examinedEingang(bench), await examinedEingang(bench)];
    expect(await link(newId(), original, 'ines.vogt', 1)).toMatchObject({ code: 'platform.notFound' });
    expect(await link(eingangId, newId())).toMatchObject({ code: 'platform.notFound' });
    expect(await link(eingangId, original, 'ines.vogt', 1)).toMatchObject({ code: 'platform.stale' });
    expect(await link(await receivedEingang(bench), original)).toMatchObject({ code: 'posteingang.notExamined' });
    const quarantined = await examinedEingang(bench, { outcome: 'quarantaene' });
    expect(await link(eingangId, quarantined)).toMatchObject({ code: 'posteingang.originalNotRead' });
  });

  it('refuses a chain of duplicates, from either end', async () => {
    const [first, second, third] = [
      await examinedEingang(bench),
      await examinedEingang(bench),
      await examinedEingang(bench),
    ];
    done(await link(second, first));
    expect(await link(third, second)).toMatchObject({ code: 'posteingang.originalIsLinked' });
    expect(await link(first, third)).toMatchObject({ code: 'posteingang.hasLinked' });
    expect(await link(second, first)).toMatchObject({ code: 'posteingang.linked' });
  });

  it('refuses the Vorgang that the person may only read', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const [original, eingangId] = [await examinedEingang(bench), await examinedEingang(bench)];
    await file(original, vorgangId);
    await bench.sql(`UPDATE access_rule SET level = 1 WHERE subject = 'house'`);
    try {
      expect(await link(eingangId, original)).toMatchObject({ code: 'access.mayNotWork' });
    } finally {
      await bench.sql(`UPDATE access_rule SET level = 2 WHERE subject = 'house'`);
    }
    expect(await row(eingangId)).toMatchObject({ state: 'geprueft', linkedTo: null });
  });

  it('F22 links to the one on the desk: it leaves the queue, stands at the other one, and goes where that one goes', async () => {
    const [original, eingangId] = [await examinedEingang(bench), await examinedEingang(bench)];
    expect(done(await link(eingangId, original)).version).toBe(3);
    const listed = done(await bench.runner.transaction(bench.as('ines.vogt'), (tx) => loadPosteingang(tx)));
    const ids = listed.items.map(({ id }) => id);
    expect([ids.includes(original), ids.includes(eingangId)]).toEqual([true, false]);
    expect((await view(original)).linked).toMatchObject([{ id: eingangId, version: 3 }]);
    expect((await view(eingangId)).linkedTo).toMatchObject({ id: original });
    const { vorgangId } = await openedVorgang(bench);
    await file(original, vorgangId);
    expect(await row(eingangId)).toEqual({ state: 'dublette', linkedTo: original, vorgangId });
  });

  it('F22 links to one that was filed, and stands in the history of its Vorgang', async () => {
    const { vorgangId } = await openedVorgang(bench);
    const [original, eingangId] = [await examinedEingang(bench), await examinedEingang(bench)];
    await file(original, vorgangId);
    done(await link(eingangId, original));
    expect(await row(eingangId)).toMatchObject({ state: 'dublette', vorgangId });
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'posteingang.linkDuplicate',
      actor: bench.personId('ines.vogt'),
      correlationId: eingangId,
      payload: { eingangId, originalId: original },
    });
  });
});

describe('what may be a duplicate', () => {
  const rechnung = { nummer: 'RE-2026-77', kreditor: 'Muster Dach KG' } as RechnungFacts;
  const TEXT = Array.from({ length: 300 }, (_, index) => `satz${index * 3}`).join(' ');

  it('F22 is found by number, mail and text, shown with the reason and the earlier item, and stays on the desk', async () => {
    const mail = { messageId: `<${newId()}@muster.example>` } as MailFacts;
    for (const [facts, words] of [
      [{ rechnung }, 'dieselbe Nummer'],
      [{ mail }, 'dieselbe E-Mail'],
      [{ textExcerpt: TEXT }, 'derselbe Text'],
    ] as const) {
      const original = await examinedEingang(bench, { ...facts, title: words });
      const eingangId = await examinedEingang(bench, { ...facts, sender: '' });
      const { duplicates, warnings, state } = await view(eingangId);
      expect(duplicates).toMatchObject([{ id: original, title: words, state: 'geprueft', aktenzeichen: null }]);
      expect(duplicates[0]?.reason.de).toContain(words);
      expect(warnings[0]?.de).toContain(words);
      expect(state).toBe('geprueft');
      expect((await view(original)).duplicates).toEqual([]);
    }
  });

  it('F22 tells nothing of a record that the person does not see', async () => {
    const own = { rechnung: { nummer: 'RE-2026-88', kreditor: 'Geheim GmbH' } as RechnungFacts };
    const { vorgangId, akteId } = await openedVorgang(bench);
    await file(await examinedEingang(bench, own), vorgangId);
    await bench.sql(`UPDATE akte SET protected = true WHERE id = $1`, [akteId]);
    const hidden = await view(await examinedEingang(bench, own));
    expect([hidden.duplicates, hidden.warnings]).toEqual([[], []]);
  });
});
