import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { idOf, POSITION } from '../../test/support/records.js';
import {
  addedVorlage,
  docxOf,
  runs,
  someVorlage,
  templatesOf,
  type TemplateBench,
} from '../../test/support/templates.js';
import { newId } from '../platform/ids.js';
import { changeDokumentvorlage } from './change-dokumentvorlage.js';
import { loadDokumentvorlage, loadDokumentvorlagen } from './vorlage.views.js';

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

const change = (input: object, login = 'helga.brandt') =>
  bench.perform(login, changeDokumentvorlage, { ...someVorlage(), version: 1, active: true, ...input });
const vorlage = async (name: string) => addedVorlage(own, await docxOf(runs('x')), { name });
const offered = async (kennzeichen: string) => {
  const einheitId = await idOf(bench, 'aktenplaneinheit', 'kennzeichen', kennzeichen);
  const page = await bench.database.transaction(bench.mandantId, (queries) =>
    loadDokumentvorlagen(queries, { typed: 'angebot', after: null, einheitId }),
  );
  return page.items.map(({ name }) => name);
};

describe('changeDokumentvorlage', () => {
  it('refuses whoever keeps no templates, an unknown one and a stale version', async () => {
    expect(await change({ id: newId() }, 'jana.petersen')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await change({ id: newId() })).toMatchObject({ code: 'platform.notFound' });
    expect(await change({ id: await vorlage('Veraltet'), version: 2 })).toMatchObject({ code: 'platform.stale' });
  });

  it('refuses the name of another one, a misspelt place and a position that does not exist', async () => {
    const id = await vorlage('Mein Name');
    await vorlage('Dein Name');
    expect(await change({ id, name: 'dein name' })).toMatchObject({ code: 'vorlage.nameTaken' });
    expect(await change({ id, betreff: '{{ x }}' })).toMatchObject({ code: 'vorlage.unfit' });
    expect(await change({ id, name: 'Neuer Name', einheitIds: [newId()] })).toMatchObject({
      code: 'platform.notFound',
    });
    const { name } = done(
      await bench.database.transaction(bench.mandantId, (queries) => loadDokumentvorlage(queries, id)),
    );
    expect(name).toBe('Mein Name');
  });

  it('offers it at its positions and below them only, and nowhere while it is out of use', async () => {
    const id = await vorlage('Angebot einholen');
    await vorlage('Angebot überall');
    const einheitIds = [await idOf(bench, 'aktenplaneinheit', 'kennzeichen', '20.31')];
    expect(done(await change({ id, name: 'Angebot einholen', einheitIds }))).toEqual({ version: 2 });
    expect(await offered(POSITION)).toEqual(['Angebot einholen', 'Angebot überall']);
    expect(await offered('32.21.02')).toEqual(['Angebot überall']);
    done(await change({ id, name: 'Angebot einholen', version: 2, einheitIds, active: false }));
    expect(await offered(POSITION)).toEqual(['Angebot überall']);
  });
});
