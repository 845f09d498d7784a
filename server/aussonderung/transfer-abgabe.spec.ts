import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { jest } from '@jest/globals';
import { checkPackage0503 } from '../../archive/package/check-package-0503.js';
import { openPackage } from '../../archive/package/read-package.js';
import { openSchemaCheck } from '../../archive/xdomea/schema-check.js';
import { closedVorgang, done, type FileContent } from '../../test/support/closed-vorgang.js';
import { describeWithShared } from '../../test/support/shared.js';
import { openWorkbench, type Workbench } from '../../test/support/workbench.js';
import { reject } from '../contract/rejections.js';
import { newId } from '../platform/ids.js';
import type { ObjectStore } from '../platform/objects/object-store.js';
import type { ArchivePartner } from './archive-partner.js';
import { loadAussonderungen } from './aussonderung.views.js';
import type { AbgabeParts } from './prepare-abgabe.js';
import { createTransferAbgabe } from './transfer-abgabe.js';

const ARCHIVAL = '10.11.01'; // A, 10 years
const TO_DESTROY = '20.31.04'; // V, 10 years
const TO_APPRAISE = '32.11.01'; // B, 5 years
const ELEVEN_YEARS = 11 * 366 * 24 * 3_600_000;
const partner: ArchivePartner = { name: 'Kreisarchiv Musterkreis', outsideDin91379: 'warn' };

let bench: Workbench;
let parts: AbgabeParts;

beforeEach(async () => {
  bench = await openWorkbench();
  parts = { ...bench, partner, system: { name: 'Laufmappe', version: '0.1.0' } };
});
afterEach(() => bench.close());

const transfer = (vorgangIds: string[], key = newId(), own: Partial<AbgabeParts> = {}, login = 'amir.rakimov') =>
  bench.runner.perform(bench.as(login), createTransferAbgabe({ ...parts, ...own }), { vorgangIds }, key);

const overview = () =>
  bench.database.transaction(bench.mandantId, (queries) => loadAussonderungen(queries, bench.clock.today()));

const change = (sql: string, parameters: unknown[]) =>
  bench.database.transaction(bench.mandantId, (queries) => queries.query(sql, parameters));

async function storedBytes(): Promise<{ name: string; bytes: Buffer }> {
  const [row] = (await change(`SELECT file_name AS name, sha256 FROM aussonderung`, [])) as {
    name: string;
    sha256: string;
  }[];
  if (!row) throw new Error('nothing was written down');
  return { name: row.name, bytes: await buffer(await bench.objects.get(row.sha256)) };
}

describe('transferAbgabe', () => {
  it('refuses without the permission, before anything is packed', async () => {
    const { vorgangId } = await closedVorgang(bench, ARCHIVAL);
    bench.clock.advance(ELEVEN_YEARS);
    const put = jest.spyOn(bench.objects, 'put');
    expect(await transfer([vorgangId], newId(), {}, 'helga.brandt')).toMatchObject({ code: 'identity.notPermitted' });
    expect(put).not.toHaveBeenCalled();
  });

  it('refuses an empty selection, a malformed id and an unknown Vorgang', async () => {
    expect(await transfer([])).toMatchObject({ code: 'platform.invalidInput' });
    expect(await transfer(['1 OR 1=1'])).toMatchObject({ code: 'platform.invalidInput' });
    expect(await transfer([newId()])).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses on the last day of the period and names it', async () => {
    const { vorgangId, aktenzeichen } = await closedVorgang(bench, ARCHIVAL);
    bench.clock.advance(Date.parse('2036-12-31T22:59:00Z') - bench.clock.now().getTime());
    expect(await transfer([vorgangId])).toMatchObject({
      code: 'aussonderung.notTransferable',
      reasons: [
        { message: { de: expect.stringContaining(aktenzeichen) }, reasons: [{ code: 'aussonderung.periodRunning' }] },
      ],
    });
    bench.clock.advance(60_000); // New Year in Berlin
    expect(await transfer([vorgangId])).toMatchObject({ fileName: expect.any(String) });
  });

  it('refuses the whole selection with every Vorgang that is not archival', async () => {
    const archival = await closedVorgang(bench, ARCHIVAL);
    const toDestroy = await closedVorgang(bench, TO_DESTROY);
    const toAppraise = await closedVorgang(bench, TO_APPRAISE);
    bench.clock.advance(ELEVEN_YEARS);
    const ids = [archival, toDestroy, toAppraise].map(({ vorgangId }) => vorgangId);
    const answer = await transfer(ids);
    expect(answer).toMatchObject({
      code: 'aussonderung.notTransferable',
      message: { de: '2 von 3 Vorgängen können nicht abgegeben werden.' },
      reasons: [
        { reasons: [{ code: 'aussonderung.toDestroy', message: { de: expect.stringContaining('zu vernichten') } }] },
        { reasons: [{ code: 'aussonderung.toAppraise' }] },
      ],
    });
    expect((await overview()).packages).toEqual([]);
  });

  it('refuses a classified Vorgang', async () => {
    const { vorgangId } = await closedVorgang(bench, ARCHIVAL);
    await change(`UPDATE vorgang SET vertraulichkeitsstufe = 'vertraulich' WHERE id = $1`, [vorgangId]);
    bench.clock.advance(ELEVEN_YEARS);
    expect(await transfer([vorgangId])).toMatchObject({
      reasons: [{ reasons: [{ code: 'aussonderung.confidential' }] }],
    });
  });

  it('refuses with each file that is missing or no longer the one that was checked in', async () => {
    const { vorgangId } = await closedVorgang(bench, ARCHIVAL, [
      { name: 'gone.pdf', mime: 'application/pdf', bytes: 'gone' },
      { name: 'swapped.pdf', mime: 'application/pdf', bytes: 'swapped' },
      { name: 'kept.pdf', mime: 'application/pdf', bytes: 'kept' },
    ]);
    bench.clock.advance(ELEVEN_YEARS);
    const objects = withObjects({
      stat: (hash) => (hash === sha256('gone') ? Promise.resolve(undefined) : bench.objects.stat(hash)),
      get: (hash) => (hash === sha256('swapped') ? stream('SWAPPED') : bench.objects.get(hash)),
    });
    expect(await transfer([vorgangId], newId(), { objects })).toMatchObject({
      code: 'aussonderung.filesDamaged',
      reasons: [
        { message: { de: expect.stringContaining('gone.pdf') } },
        { message: { en: expect.stringContaining('swapped.pdf') } },
      ],
    });
  });

  it('refuses when a file changes between the check and the packing', async () => {
    const { vorgangId } = await closedVorgang(bench, ARCHIVAL, [pdf('once')]);
    bench.clock.advance(ELEVEN_YEARS);
    let reads = 0;
    const objects = withObjects({ get: (hash) => (reads++ === 0 ? bench.objects.get(hash) : stream('twic')) });
    expect(await transfer([vorgangId], newId(), { objects })).toMatchObject({
      code: 'aussonderung.messageInvalid',
      reasons: [{ message: { de: expect.stringContaining('SHA-512') } }],
    });
    expect((await overview()).packages).toEqual([]);
  });

  it('refuses a message that the check refuses, with the place of every finding', async () => {
    const { vorgangId } = await closedVorgang(bench, ARCHIVAL);
    await change(`UPDATE vorgang SET betreff = $2 WHERE id = $1`, [vorgangId, 'bell \u0007']);
    bench.clock.advance(ELEVEN_YEARS);
    expect(await transfer([vorgangId])).toMatchObject({
      code: 'aussonderung.messageInvalid',
      reasons: [{ message: { de: expect.stringContaining('Betreff') } }],
    });
  });

  it('refuses when the store is full, and does not wait for it', async () => {
    const { vorgangId } = await closedVorgang(bench, ARCHIVAL, [pdf('x'.repeat(300_000)), pdf('y'.repeat(300_000))]);
    bench.clock.advance(ELEVEN_YEARS);
    const objects = withObjects({ put: () => Promise.resolve(reject('platform.storageFull')) });
    expect(await transfer([vorgangId], newId(), { objects })).toMatchObject({ code: 'platform.storageFull' });
  });

  it.each([
    ['its title', `UPDATE vorgang SET betreff = 'Anders' WHERE id = $1`],
    [
      'the title of its Akte',
      `UPDATE akte SET betreff = 'Anders' WHERE id = (SELECT akte_id FROM vorgang WHERE id = $1)`,
    ],
    ['the state of a Dokument', `UPDATE dokument SET state = 'verworfen' WHERE vorgang_id = $1 AND nummer = 2`],
    [
      'a further version',
      `INSERT INTO dokument_version (id, mandant_id, dokument_id, nummer, file_name, mime, sha256, size, created_at, created_by)
       SELECT gen_random_uuid(), mandant_id, id, 2, 'b.pdf', 'application/pdf', repeat('0', 64), 1, now(), 'x'
         FROM dokument WHERE vorgang_id = $1 AND nummer = 1`,
    ],
  ])('refuses when %s changed while the package was made', async (_what, sql) => {
    const { vorgangId } = await closedVorgang(bench, ARCHIVAL, [pdf('one'), pdf('two')]);
    bench.clock.advance(ELEVEN_YEARS);
    const objects = withObjects({
      put: async (source) => {
        const stored = await bench.objects.put(source);
        await change(sql, [vorgangId]);
        return stored;
      },
    });
    expect(await transfer([vorgangId], newId(), { objects })).toMatchObject({ code: 'platform.stale' });
    const { due, packages } = await overview();
    expect(packages).toEqual([]);
    expect(due.map((each) => each.vorgangId)).toEqual([vorgangId]);
  });

  it('lets one of two win who hand over the same Vorgang at once, and tells the other', async () => {
    const { vorgangId } = await closedVorgang(bench, ARCHIVAL);
    bench.clock.advance(ELEVEN_YEARS);
    const answers = await Promise.all([transfer([vorgangId]), transfer([vorgangId])]);
    const refused = answers.filter((answer) => 'kind' in answer);
    expect(refused).toMatchObject([{ reasons: [{ reasons: [{ code: 'aussonderung.alreadyTransferred' }] }] }]);
    expect((await overview()).packages).toHaveLength(1);
  });

  it('answers the same key the same and packs only once', async () => {
    const { vorgangId } = await closedVorgang(bench, ARCHIVAL);
    bench.clock.advance(ELEVEN_YEARS);
    const put = jest.spyOn(bench.objects, 'put');
    const [key, before] = [newId(), put.mock.calls.length];
    const first = await transfer([vorgangId], key);
    expect(await transfer([vorgangId], key)).toEqual(first);
    expect(put.mock.calls.length - before).toBe(1);
  });

  it('hands over: package in the store, row, state, history, and out of the list of what is due', async () => {
    const first = await closedVorgang(bench, ARCHIVAL);
    const second = await closedVorgang(bench, ARCHIVAL);
    bench.clock.advance(ELEVEN_YEARS);
    const answer = done(await transfer([second.vorgangId.toUpperCase(), first.vorgangId, first.vorgangId]));
    const { due, packages } = await overview();
    expect(due).toEqual([]);
    expect(packages).toMatchObject([
      {
        id: answer.aussonderungId,
        fileName: `${answer.aussonderungId}_Aussonderung.Aussonderung.0503.zip`,
        createdBy: 'Amir Ṟaḵīmov',
        vorgaenge: [first.aktenzeichen, second.aktenzeichen],
        sha512: answer.sha512,
        size: answer.size,
      },
    ]);
    const { bytes } = await storedBytes();
    expect(createHash('sha512').update(bytes).digest('hex')).toBe(answer.sha512);
    const written = await change(
      `SELECT object_kind, object_id FROM protokoll WHERE action = 'aussonderung.transferAbgabe' ORDER BY sequence`,
      [],
    );
    expect(written).toEqual([
      { object_kind: 'aussonderung', object_id: answer.aussonderungId },
      { object_kind: 'vorgang', object_id: first.vorgangId },
      { object_kind: 'vorgang', object_id: second.vorgangId },
    ]);
  });

  it('packs every file byte by byte under its own UUID, and our own check finds nothing', async () => {
    const { vorgangId } = await closedVorgang(bench, ARCHIVAL, [
      { name: 'Schreiben – „Prüfung“.pdf', mime: 'application/pdf', bytes: 'first' },
      { name: 'ohne Endung', mime: 'application/x-unknown', bytes: 'second' },
      { name: 'doppelt.pdf', mime: 'application/pdf', bytes: 'first' },
    ]);
    bench.clock.advance(ELEVEN_YEARS);
    done(await transfer([vorgangId]));
    const { name, bytes } = await storedBytes();
    const errors = (await checkPackage0503(bytes, name, { now: bench.clock.now(), outsideDin91379: 'warn' })).filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors).toEqual([]);
    const opened = await openPackage(bytes);
    if (opened.kind === 'refused') throw new Error('refused');
    const versions = (await change(`SELECT id, file_name, sha256 FROM dokument_version`, [])) as Record<
      string,
      string
    >[];
    expect(opened.entries).toHaveLength(4);
    for (const version of versions) {
      const entry = opened.entries.find((each) => each.name.startsWith(version['id']!));
      expect(sha256(await buffer(await opened.read(entry!.name)))).toBe(version['sha256']);
    }
    opened.close();
  });
});

describeWithShared('transferAbgabe under the schema', 'corpora/xdomea/x-man/server/xsd', (directory) => {
  it('writes a message that the schema of 3.1.0 accepts, with Geschaeftsgang, signature, Anlagen and discarded draft', async () => {
    const { vorgangId, dokumentIds } = await closedVorgang(bench, ARCHIVAL, [pdf('one'), pdf('two'), pdf('three')]);
    await change(`UPDATE dokument SET state = 'verworfen' WHERE id = $1`, [dokumentIds[2]]);
    await signAndCosign(vorgangId, dokumentIds[0] ?? '');
    bench.clock.advance(ELEVEN_YEARS);
    const schemaCheck = await openSchemaCheck(directory);
    try {
      done(await transfer([vorgangId], newId(), { schemaCheck }));
      const { bytes, name } = await storedBytes();
      const opened = await openPackage(bytes);
      if (opened.kind === 'refused') throw new Error('refused');
      const xml = await buffer(await opened.read(name.replace('.zip', '.xml')));
      opened.close();
      expect(schemaCheck.check('3.1.0', xml)).toEqual([]);
      const text = xml.toString('utf8');
      expect(text).toContain('<xdomea:SignaturSiegelEingebettet>1</xdomea:SignaturSiegelEingebettet>');
      expect(text).toContain('<xdomea:Vermerk>Schlusszeichnung: zeichnen</xdomea:Vermerk>');
      expect(text).toContain('Dr. Ruth Lindqvist');
      expect(text).toContain('Verworfener Entwurf');
      expect(text).toContain('<xdomea:Aufbewahrungsende>2036-12-31</xdomea:Aufbewahrungsende>');
      expect(text).toContain('<xdomea:Aktion>z. d. A. verfügen</xdomea:Aktion>');
    } finally {
      schemaCheck.dispose();
    }
  });
});

/** A finished Schlusszeichnung and a signed version, as the Zeichnung slice leaves them behind. */
async function signAndCosign(vorgangId: string, dokumentId: string): Promise<void> {
  const version = done(await bench.objects.put(Readable.from([Buffer.from('signed')])));
  const versionId = newId();
  await change(
    `INSERT INTO dokument_version (id, mandant_id, dokument_id, nummer, file_name, mime, sha256, size, signatures, created_at, created_by)
     VALUES ($1, current_mandant(), $2, 2, 'a.pdf', 'application/pdf', $3, $4, '[{"de":"x","en":"x"}]', $5, 'Dr. Ruth Lindqvist')`,
    [versionId, dokumentId, version.sha256, version.size, bench.clock.now()],
  );
  const aufgabeId = newId();
  await change(
    `INSERT INTO aufgabe (id, mandant_id, vorgang_id, art, titel, schritt, frage, candidate_role, state, created_at, completed_at, completed_by)
     SELECT $1, mandant_id, $2, 'schlusszeichnung', '{"de":"T","en":"T"}', '{"de":"Schlusszeichnung","en":"S"}',
            '{"de":"Wird gezeichnet?","en":"S?"}', 'leitung', 'erledigt', $3, $3, id FROM person WHERE login = 'ruth.lindqvist'`,
    [aufgabeId, vorgangId, bench.clock.now()],
  );
  await change(
    `INSERT INTO zeichnung (id, mandant_id, vorgang_id, dokument_version_id, aufgabe_id, person_id, art, decision, at)
     SELECT $1, mandant_id, $2, $3, $4, id, 'schlusszeichnung', 'zeichnen', $5 FROM person WHERE login = 'ruth.lindqvist'`,
    [newId(), vorgangId, versionId, aufgabeId, bench.clock.now()],
  );
}

const pdf = (bytes: string): FileContent => ({ name: `${bytes.slice(0, 10)}.pdf`, mime: 'application/pdf', bytes });
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');
const stream = (text: string) => Promise.resolve(Readable.from([Buffer.from(text)]));
/** The real store with some of its answers replaced by those of a failing disk. */
const withObjects = (failing: Partial<ObjectStore>): ObjectStore => ({ ...bench.objects, ...failing });
