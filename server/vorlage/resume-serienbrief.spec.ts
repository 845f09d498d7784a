import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { begunSeries, seriesOf, someWish } from '../../test/support/series.js';
import { templatesOf, type TemplateBench } from '../../test/support/templates.js';
import { newId } from '../platform/ids.js';
import { haltSerienbrief } from './halt-serienbrief.js';
import { resumeSerienbrief } from './resume-serienbrief.js';

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

const resume = (id: string, version: number, login = 'jana.petersen') =>
  bench.perform(login, resumeSerienbrief, { id, version });

describe('resumeSerienbrief', () => {
  it('refuses whoever writes no Dokumente, one that is not there, and one that runs', async () => {
    const id = await begunSeries(own, await someWish(own, 'name;ort\nUde;Ulm'));
    expect(await resume(id, 1, 'tomasz.sliwa')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await resume(newId(), 1)).toMatchObject({ code: 'platform.notFound' });
    expect(await resume(id, 1)).toMatchObject({ code: 'vorlage.notHalted' });
  });

  it('orders the next letter anew, with a stale version refused', async () => {
    const id = await begunSeries(own, await someWish(own, 'name;ort\nUde;Ulm'));
    done(await bench.perform('jana.petersen', haltSerienbrief, { id, version: 1 }));
    expect(await resume(id, 1)).toMatchObject({ code: 'platform.stale' });
    expect(done(await resume(id, 2))).toEqual({ version: 3 });
    expect((await seriesOf(own, id)).state).toBe('laeuft');
    const keys = (await bench.followUps('vorlage.serienbrief')).map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining([`${id}/1`, `${id}/3`]));
  });
});
