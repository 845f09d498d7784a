import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { closedVorgang, done } from '../../test/support/closed-vorgang.js';
import { addedBeteiligung, addedKontakt } from '../../test/support/kontakte.js';
import { openedVorgang, POSITION } from '../../test/support/records.js';
import { addedVorlage, docxOf, odtOf, runs, templatesOf, type TemplateBench } from '../../test/support/templates.js';
import { readOffice } from '../dokument/reading/read-office.js';
import { newId } from '../platform/ids.js';
import { createCreateSchreiben } from './create-schreiben.js';
import type { TemplateKind } from './template/text-form.js';

let bench: ActBench;
let own: TemplateBench;
let folder: string;

beforeAll(async () => {
  bench = await openActBench();
  own = templatesOf(bench);
  folder = await mkdtemp(join(tmpdir(), 'laufmappe-schreiben-'));
});
afterAll(async () => {
  await own.templates.close();
  await bench.close();
  await rm(folder, { recursive: true });
});

const LETTER =
  runs('{{ empfaenger.anschrift }}') +
  runs('{{ empfaenger.anrede', ' }}, zu {{ vorgang.betreff }}: {{ eingabe.betrag | euro }}');
const ODT =
  '<text:p>{{ empfaenger.anschrift }}</text:p><text:p>{{ empfaenger.anrede }}, zu {{ vorgang.betreff }}: <text:span>{{ eingabe.</text:span>betrag | euro }}</text:p>';
const TYPED = { 'eingabe.betrag': '1.234,5' };

const create = (input: object, login = 'jana.petersen') => {
  const wish = { nummer: 1, betreff: 'Anhörung', beteiligungId: null, typed: {}, ...input };
  return bench.perform(login, createCreateSchreiben({ runner: bench.runner, templates: own.templates }), wish);
};
const dokumente = (vorgangId: string) =>
  bench.sql<{ betreff: string; art: string; state: string; name: string; sha256: string }>(
    `SELECT d.betreff, d.art, d.state, v.file_name AS name, v.sha256 FROM dokument d
       JOIN dokument_version v ON v.dokument_id = d.id WHERE d.vorgang_id = $1`,
    [vorgangId],
  );

async function arranged(kind: TemplateKind = 'docx', kontakt: Parameters<typeof addedKontakt>[1] = {}) {
  const { vorgangId } = await openedVorgang(bench);
  const bytes = kind === 'docx' ? await docxOf(LETTER) : await odtOf(ODT);
  const dokumentvorlageId = await addedVorlage(own, bytes, { name: `Brief ${newId()}` }, kind);
  const beteiligungId = await addedBeteiligung(bench, vorgangId, await addedKontakt(bench, kontakt));
  return { vorgangId, dokumentvorlageId, beteiligungId, typed: TYPED };
}

/** What a word processor would show. */
async function shown(sha256: string, name: string): Promise<string> {
  const path = join(folder, name);
  const bytes = await buffer(await bench.objects.get(sha256));
  await writeFile(path, bytes);
  return (await readOffice(path, bytes.length)).text ?? '';
}

const EXPECTED = `Margarete Oldenhoff
Am Mühlengraben 27
59990 Musterstadt
Guten Tag Margarete Oldenhoff, zu Fassadenreinigung: 1.234,50\u00a0€`;

// Reported as skipped where no LibreOffice is installed; what the file holds is read above in any case.
const whereInstalled = spawnSync('soffice', ['--version']).status === 0 ? it : it.skip;

describe('createSchreiben', () => {
  it('refuses whoever writes no Dokumente, and a Vorgang that is not there', async () => {
    const wish = { vorgangId: newId(), dokumentvorlageId: newId() };
    expect(await create(wish, 'tomasz.sliwa')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await create(wish)).toMatchObject({ code: 'platform.notFound' });
  });

  it.each<[string, object]>([
    ['a Betreff with a NUL', { betreff: 'x\u0000y' }],
    ['a typed value that turns the direction of reading', { typed: { 'eingabe.betrag': 'x\u202e' } }],
    ['a typed value of 10,000 characters', { typed: { 'eingabe.betrag': 'x'.repeat(10_000) } }],
    ['a Fassung that is no number', { nummer: 'eins' }],
  ])('refuses %s', async (_what, wrong) => {
    const wish = { vorgangId: newId(), dokumentvorlageId: newId(), ...wrong };
    expect(await create(wish)).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('F11 refuses a missing value by its name, and nothing is made', async () => {
    const wish = await arranged('docx', { ort: '' });
    expect(await create({ ...wish, typed: {} })).toMatchObject({
      code: 'vorlage.valuesMissing',
      reasons: [
        { message: { de: 'Erwartet: ein Wert für „empfaenger.anschrift“. Gefunden: keiner.' } },
        { message: { de: 'Erwartet: ein Wert für „eingabe.betrag | euro“. Gefunden: keiner.' } },
      ],
    });
    expect(await dokumente(wish.vorgangId)).toEqual([]);
  });

  it('refuses somebody who takes no part, a Fassung of yesterday, and a template that is out of use or not for here', async () => {
    const wish = await arranged();
    expect(await create({ ...wish, beteiligungId: newId() })).toMatchObject({ code: 'platform.notFound' });
    expect(await create({ ...wish, nummer: 2 })).toMatchObject({ code: 'platform.stale' });
    await bench.sql(`UPDATE dokumentvorlage SET active = false WHERE id = $1`, [wish.dokumentvorlageId]);
    expect(await create(wish)).toMatchObject({ code: 'vorlage.retired' });
    await bench.sql(`UPDATE dokumentvorlage SET active = true WHERE id = $1`, [wish.dokumentvorlageId]);
    await bench.sql(
      `INSERT INTO vorlage_position SELECT mandant_id, $1, id FROM aktenplaneinheit WHERE kennzeichen = '32.21.02'`,
      [wish.dokumentvorlageId],
    );
    expect(await create(wish)).toMatchObject({ code: 'vorlage.notHere' });
    expect(await dokumente(wish.vorgangId)).toEqual([]);
  });

  it('refuses a closed Vorgang before it fills anything', async () => {
    const { vorgangId } = await closedVorgang(bench, POSITION);
    const dokumentvorlageId = await addedVorlage(own, await docxOf(runs('x')), { name: `Spät ${newId()}` });
    expect(await create({ vorgangId, dokumentvorlageId })).toMatchObject({ code: 'akte.closed' });
  });

  it.each<TemplateKind>(['docx', 'odt'])('F11 files a filled %s template as a draft', async (kind) => {
    const wish = await arranged(kind);
    const { dokumentId } = done(await create(wish));
    const [dokument] = await dokumente(wish.vorgangId);
    expect(dokument).toMatchObject({ betreff: 'Anhörung', art: 'ausgang', state: 'entwurf', name: `Anhörung.${kind}` });
    expect(await shown(dokument?.sha256 ?? '', `brief.${kind}`)).toBe(EXPECTED);
    expect(await bench.protokoll(wish.vorgangId)).toContainEqual(
      expect.objectContaining({
        action: 'vorlage.createSchreiben',
        payload: expect.objectContaining({ dokumentId, nummer: 1 }),
      }),
    );
  });

  whereInstalled.each<TemplateKind>(['docx', 'odt'])(
    'makes a %s that LibreOffice opens',
    async (kind) => {
      const wish = await arranged(kind);
      done(await create(wish));
      const [dokument] = await dokumente(wish.vorgangId);
      const path = join(folder, `office-${kind}.${kind}`);
      await writeFile(path, await buffer(await bench.objects.get(dokument?.sha256 ?? '')));
      const profile = `-env:UserInstallation=file://${join(folder, `profile-${kind}`)}`;
      const run = promisify(execFile);
      await run('soffice', [
        profile,
        '--headless',
        '--convert-to',
        'txt:Text (encoded):UTF8',
        '--outdir',
        folder,
        path,
      ]);
      const text = await readFile(join(folder, `office-${kind}.txt`), 'utf8');
      expect(text.replace(/^\ufeff/, '').trim()).toBe(EXPECTED);
    },
    120_000,
  );
});
