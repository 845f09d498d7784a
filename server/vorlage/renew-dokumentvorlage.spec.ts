import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import {
  addedVorlage,
  docxOf,
  runs,
  sentTemplate,
  templatesOf,
  type TemplateBench,
} from '../../test/support/templates.js';
import { newId } from '../platform/ids.js';
import { createRenewDokumentvorlage } from './renew-dokumentvorlage.js';

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

const renew = (input: object, login = 'helga.brandt') =>
  bench.perform(login, createRenewDokumentvorlage({ runner: bench.runner, templates: own.templates }), input);

describe('renewDokumentvorlage', () => {
  it('refuses whoever keeps no templates', async () => {
    const input = { id: newId(), version: 1, uploadId: newId() };
    expect(await renew(input, 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('refuses a template that does not exist', async () => {
    const uploadId = await sentTemplate(bench, await docxOf(runs('x')));
    expect(await renew({ id: newId(), version: 1, uploadId })).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses a stale version and a file with a fault, and keeps the Fassung that was there', async () => {
    const id = await addedVorlage(own, await docxOf(runs('x')), { name: 'Alt' });
    const uploadId = await sentTemplate(bench, await docxOf(runs('y')));
    expect(await renew({ id, version: 7, uploadId })).toMatchObject({ code: 'platform.stale' });
    const wrong = await sentTemplate(bench, await docxOf(runs('{{ nichts }}')));
    expect(await renew({ id, version: 1, uploadId: wrong })).toMatchObject({ code: 'vorlage.unfit' });
    expect(await bench.sql(`SELECT nummer, version FROM dokumentvorlage WHERE id = $1`, [id])).toEqual([
      { nummer: 1, version: 1 },
    ]);
  });

  it('adds a Fassung and keeps the one before', async () => {
    const id = await addedVorlage(own, await docxOf(runs('{{ vorgang.betreff }}')), { name: 'Neu' });
    const uploadId = await sentTemplate(bench, await docxOf(runs('{{ akte.betreff }}')));
    expect(done(await renew({ id, version: 1, uploadId }))).toEqual({
      version: 2,
      nummer: 2,
      places: ['akte.betreff'],
    });
    const sql = `SELECT nummer, places FROM dokumentvorlage_fassung WHERE dokumentvorlage_id = $1 ORDER BY nummer`;
    expect(await bench.sql(sql, [id])).toEqual([
      { nummer: 1, places: ['vorgang.betreff'] },
      { nummer: 2, places: ['akte.betreff'] },
    ]);
  });
});
