import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { begunSeries, seriesOf, someWish } from '../../test/support/series.js';
import { templatesOf, type TemplateBench } from '../../test/support/templates.js';
import { newId } from '../platform/ids.js';
import { haltSerienbrief } from './halt-serienbrief.js';
import { createWriteSerienbrief } from './write-serienbrief.js';

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

const halt = (id: string, version: number, login = 'jana.petersen') =>
  bench.perform(login, haltSerienbrief, { id, version });

describe('haltSerienbrief', () => {
  it('refuses whoever writes no Dokumente, one that is not there, and a stale version', async () => {
    const id = await begunSeries(own, await someWish(own, 'name;ort\nUde;Ulm'));
    expect(await halt(id, 1, 'tomasz.sliwa')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await halt(newId(), 1)).toMatchObject({ code: 'platform.notFound' });
    expect(await halt(id, 2)).toMatchObject({ code: 'platform.stale' });
  });

  it('stops it, so that nothing more is written, and only once', async () => {
    const id = await begunSeries(own, await someWish(own, 'name;ort\nUde;Ulm'));
    expect(done(await halt(id, 1))).toEqual({ version: 2 });
    done(await bench.run(createWriteSerienbrief(own.templates), { serienbriefId: id }));
    expect(await seriesOf(own, id)).toMatchObject({ state: 'angehalten', recipients: [{ state: 'wartet' }] });
    expect(await halt(id, 2)).toMatchObject({ code: 'vorlage.notRunning' });
  });
});
