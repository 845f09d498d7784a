import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { addedBeteiligung, addedKontakt } from '../../test/support/kontakte.js';
import { begunSeries, seriesOf, someWish } from '../../test/support/series.js';
import { templatesOf, type TemplateBench } from '../../test/support/templates.js';
import { newId } from '../platform/ids.js';
import { beginSerienbrief } from './begin-serienbrief.js';

let bench: ActBench;
let own: TemplateBench;

beforeAll(async () => {
  bench = await openActBench();
  own = templatesOf(bench);
});
afterAll(async () => {
  await own.templates.close();
  await bench.close();
});

const begin = (input: object, login = 'jana.petersen') => bench.perform(login, beginSerienbrief, input);

describe('beginSerienbrief', () => {
  it('refuses whoever writes no Dokumente, a Fassung of yesterday and a list that is none', async () => {
    const wish = await someWish(own, 'name;ort\nUde;Ulm');
    expect(await begin(wish, 'tomasz.sliwa')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await begin({ ...wish, nummer: 2 })).toMatchObject({ code: 'platform.stale' });
    const recipients = { kind: 'liste', csv: 'ort\nUlm' };
    expect(await begin({ ...wish, recipients })).toMatchObject({ code: 'vorlage.listWithoutName' });
    expect(await bench.sql(`SELECT 1 FROM serienbrief WHERE vorgang_id = $1`, [wish.vorgangId])).toEqual([]);
  });

  it('refuses nobody as recipients, a misspelt Betreff and what was typed for nothing', async () => {
    const wish = await someWish(own, 'name;ort\nUde;Ulm');
    const recipients = { kind: 'kontakte', kontaktIds: [] };
    expect(await begin({ ...wish, recipients })).toMatchObject({ code: 'vorlage.noRecipient' });
    expect(await begin({ ...wish, betreff: '{{ x }}' })).toMatchObject({ code: 'vorlage.unfit' });
    expect(await begin({ ...wish, typed: { 'eingabe.x': 'y' } })).toMatchObject({ code: 'vorlage.valuesMissing' });
  });

  it('keeps each recipient with what stands against a letter, and orders the first', async () => {
    const wish = await someWish(own, 'name;ort\nUde;Ulm\nUde;Ulm\nOhne Ort;');
    const id = await begunSeries(own, wish);
    const { state, recipients } = await seriesOf(own, id);
    expect(state).toBe('laeuft');
    expect(recipients.map((recipient) => [recipient.label, recipient.state])).toEqual([
      ['Ude', 'wartet'],
      ['Ude', 'abgewiesen'],
      ['Ohne Ort', 'abgewiesen'],
    ]);
    expect(recipients[2]?.refusal?.[0]?.de).toContain('empfaenger.anschrift');
    expect(await bench.followUps('vorlage.serienbrief')).toContainEqual({
      key: `${id}/1`,
      payload: { serienbriefId: id },
    });
  });

  it('takes those who take part and entries of the register, and names who is gone', async () => {
    const wish = await someWish(own, '');
    const kontaktId = await addedKontakt(bench);
    const beteiligungIds = [await addedBeteiligung(bench, wish.vorgangId, kontaktId), newId()];
    const part = done(await begin({ ...wish, recipients: { kind: 'beteiligte', beteiligungIds } }));
    const register = done(await begin({ ...wish, recipients: { kind: 'kontakte', kontaktIds: [kontaktId, newId()] } }));
    for (const { id } of [part, register]) {
      const { recipients } = await seriesOf(own, id);
      expect(recipients.map(({ state }) => state)).toEqual(['wartet', 'abgewiesen']);
    }
  });
});
