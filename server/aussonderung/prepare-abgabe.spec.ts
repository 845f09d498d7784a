import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { checkPackage0503 } from '../../archive/package/check-package-0503.js';
import { openPackage } from '../../archive/package/read-package.js';
import { openSchemaCheck } from '../../archive/xdomea/schema-check.js';
import {
  ARCHIVAL,
  ELEVEN_YEARS,
  openAbgabeBench,
  pdf,
  sha256,
  streamOf,
  type AbgabeBench,
} from '../../test/support/abgabe.js';
import { closedVorgang, done } from '../../test/support/closed-vorgang.js';
import { describeWithShared } from '../../test/support/shared.js';
import { reject } from '../contract/rejections.js';
import { newId } from '../platform/ids.js';

let bench: AbgabeBench;

beforeEach(async () => {
  bench = await openAbgabeBench();
});
afterEach(() => bench.close());

describe('prepareAbgabe', () => {
  it('refuses with each file that is missing or no longer the one that was checked in', async () => {
    const { vorgangId } = await closedVorgang(bench, ARCHIVAL, [
      { name: 'gone.pdf', mime: 'application/pdf', bytes: 'gone' },
      { name: 'swapped.pdf', mime: 'application/pdf', bytes: 'swapped' },
      { name: 'kept.pdf', mime: 'application/pdf', bytes: 'kept' },
    ]);
    bench.clock.advance(ELEVEN_YEARS);
    const objects = bench.withObjects({
      stat: (hash) => (hash === sha256('gone') ? Promise.resolve(undefined) : bench.objects.stat(hash)),
      get: (hash) => (hash === sha256('swapped') ? streamOf('SWAPPED') : bench.objects.get(hash)),
    });
    expect(await bench.transfer([vorgangId], { objects })).toMatchObject({
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
    const objects = bench.withObjects({ get: (hash) => (reads++ === 0 ? bench.objects.get(hash) : streamOf('twic')) });
    expect(await bench.transfer([vorgangId], { objects })).toMatchObject({
      code: 'aussonderung.messageInvalid',
      reasons: [{ message: { de: expect.stringContaining('SHA-512') } }],
    });
    expect((await bench.overview()).packages).toEqual([]);
  });

  it('refuses a message that the check refuses, with the place of every finding', async () => {
    const { vorgangId } = await closedVorgang(bench, ARCHIVAL);
    await bench.sql(`UPDATE vorgang SET betreff = $2 WHERE id = $1`, [vorgangId, 'bell \u0007']);
    bench.clock.advance(ELEVEN_YEARS);
    expect(await bench.transfer([vorgangId])).toMatchObject({
      code: 'aussonderung.messageInvalid',
      reasons: [{ message: { de: expect.stringContaining('Betreff') } }],
    });
  });

  it('refuses when the store is full, and does not wait for it', async () => {
    const { vorgangId } = await closedVorgang(bench, ARCHIVAL, [pdf('x'.repeat(300_000)), pdf('y'.repeat(300_000))]);
    bench.clock.advance(ELEVEN_YEARS);
    const objects = bench.withObjects({ put: () => Promise.resolve(reject('platform.storageFull')) });
    expect(await bench.transfer([vorgangId], { objects })).toMatchObject({ code: 'platform.storageFull' });
  });

  it('packs every file byte by byte under its own UUID, and our own check finds nothing', async () => {
    const { vorgangId } = await closedVorgang(bench, ARCHIVAL, [
      { name: 'Schreiben – „Prüfung“.pdf', mime: 'application/pdf', bytes: 'first' },
      { name: 'ohne Endung', mime: 'application/x-unknown', bytes: 'second' },
      { name: 'doppelt.pdf', mime: 'application/pdf', bytes: 'first' },
    ]);
    bench.clock.advance(ELEVEN_YEARS);
    done(await bench.transfer([vorgangId]));
    const { name, bytes } = await bench.storedPackage();
    const errors = (await checkPackage0503(bytes, name, { now: bench.clock.now(), outsideDin91379: 'warn' })).filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors).toEqual([]);
    const opened = await openPackage(bytes);
    if (opened.kind === 'refused') throw new Error('refused');
    const versions = await bench.sql<{ id: string; sha256: string }>(`SELECT id, sha256 FROM dokument_version`);
    expect(opened.entries).toHaveLength(4);
    for (const version of versions) {
      const entry = opened.entries.find((each) => each.name.startsWith(version.id));
      expect(sha256(await buffer(await opened.read(entry!.name)))).toBe(version.sha256);
    }
    opened.close();
  });
});

describeWithShared('prepareAbgabe under the schema', 'corpora/xdomea/x-man/server/xsd', (directory) => {
  it('writes a message that the schema of 3.1.0 accepts, with Geschaeftsgang, signature, Anlagen and discarded draft', async () => {
    const { vorgangId, dokumentIds } = await closedVorgang(bench, ARCHIVAL, [pdf('one'), pdf('two'), pdf('three')]);
    await bench.sql(`UPDATE dokument SET state = 'verworfen' WHERE id = $1`, [dokumentIds[2]]);
    await signAndCosign(vorgangId, dokumentIds[0] ?? '');
    bench.clock.advance(ELEVEN_YEARS);
    const schemaCheck = await openSchemaCheck(directory);
    try {
      done(await bench.transfer([vorgangId], { schemaCheck }));
      const { bytes, name } = await bench.storedPackage();
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
  await bench.sql(
    `INSERT INTO dokument_version (id, mandant_id, dokument_id, nummer, file_name, mime, sha256, size, signatures, created_at, created_by)
     VALUES ($1, current_mandant(), $2, 2, 'a.pdf', 'application/pdf', $3, $4, '[{"de":"x","en":"x"}]', $5, 'Dr. Ruth Lindqvist')`,
    [versionId, dokumentId, version.sha256, version.size, bench.clock.now()],
  );
  const aufgabeId = newId();
  await bench.sql(
    `INSERT INTO aufgabe (id, mandant_id, vorgang_id, art, titel, schritt, frage, candidate_role, state, created_at, completed_at, completed_by)
     SELECT $1, mandant_id, $2, 'schlusszeichnung', '{"de":"T","en":"T"}', '{"de":"Schlusszeichnung","en":"S"}',
            '{"de":"Wird gezeichnet?","en":"S?"}', 'leitung', 'erledigt', $3, $3, id FROM person WHERE login = 'ruth.lindqvist'`,
    [aufgabeId, vorgangId, bench.clock.now()],
  );
  await bench.sql(
    `INSERT INTO zeichnung (id, mandant_id, vorgang_id, dokument_version_id, aufgabe_id, person_id, art, decision, at)
     SELECT $1, mandant_id, $2, $3, $4, id, 'schlusszeichnung', 'zeichnen', $5 FROM person WHERE login = 'ruth.lindqvist'`,
    [newId(), vorgangId, versionId, aufgabeId, bench.clock.now()],
  );
}
