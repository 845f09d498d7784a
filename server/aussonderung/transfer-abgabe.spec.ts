import { createHash } from 'node:crypto';
import { jest } from '@jest/globals';
import {
  ARCHIVAL,
  ELEVEN_YEARS,
  openAbgabeBench,
  pdf,
  TO_APPRAISE,
  TO_DESTROY,
  type AbgabeBench,
} from '../../test/support/abgabe.js';
import { closedVorgang, done } from '../../test/support/closed-vorgang.js';
import { newId } from '../platform/ids.js';
import { setSperre } from './set-sperre.js';

let bench: AbgabeBench;

beforeEach(async () => {
  bench = await openAbgabeBench();
});
afterEach(() => bench.close());

describe('transferAbgabe', () => {
  it('refuses without the permission, before anything is packed', async () => {
    const { vorgangId } = await closedVorgang(bench, ARCHIVAL);
    bench.clock.advance(ELEVEN_YEARS);
    const put = jest.spyOn(bench.objects, 'put');
    expect(await bench.transfer([vorgangId], { login: 'helga.brandt' })).toMatchObject({
      code: 'identity.notPermitted',
    });
    expect(put).not.toHaveBeenCalled();
  });

  it('refuses an empty selection, a malformed id and an unknown Vorgang', async () => {
    expect(await bench.transfer([])).toMatchObject({ code: 'platform.invalidInput' });
    expect(await bench.transfer(['1 OR 1=1'])).toMatchObject({ code: 'platform.invalidInput' });
    expect(await bench.transfer([newId()])).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses on the last day of the period and names it', async () => {
    const { vorgangId, aktenzeichen } = await closedVorgang(bench, ARCHIVAL);
    bench.clock.advance(Date.parse('2036-12-31T22:59:00Z') - bench.clock.now().getTime());
    expect(await bench.transfer([vorgangId])).toMatchObject({
      code: 'aussonderung.notTransferable',
      reasons: [
        { message: { de: expect.stringContaining(aktenzeichen) }, reasons: [{ code: 'aussonderung.periodRunning' }] },
      ],
    });
    bench.clock.advance(60_000); // New Year in Berlin
    expect(await bench.transfer([vorgangId])).toMatchObject({ fileName: expect.any(String) });
  });

  it('refuses the whole selection with every Vorgang that is not archival', async () => {
    const archival = await closedVorgang(bench, ARCHIVAL);
    const toDestroy = await closedVorgang(bench, TO_DESTROY);
    const toAppraise = await closedVorgang(bench, TO_APPRAISE);
    bench.clock.advance(ELEVEN_YEARS);
    const ids = [archival, toDestroy, toAppraise].map(({ vorgangId }) => vorgangId);
    const answer = await bench.transfer(ids);
    expect(answer).toMatchObject({
      code: 'aussonderung.notTransferable',
      message: { de: '2 von 3 Vorgängen können nicht abgegeben werden.' },
      reasons: [
        { reasons: [{ code: 'aussonderung.toDestroy', message: { de: expect.stringContaining('zu vernichten') } }] },
        { reasons: [{ code: 'aussonderung.toAppraise' }] },
      ],
    });
    expect((await bench.overview()).packages).toEqual([]);
  });

  it('refuses a classified Vorgang', async () => {
    const { vorgangId } = await closedVorgang(bench, ARCHIVAL);
    await bench.sql(`UPDATE vorgang SET vertraulichkeitsstufe = 'vertraulich' WHERE id = $1`, [vorgangId]);
    bench.clock.advance(ELEVEN_YEARS);
    expect(await bench.transfer([vorgangId])).toMatchObject({
      reasons: [{ reasons: [{ code: 'aussonderung.confidential' }] }],
    });
  });

  it('refuses under a Sperre, with its reason', async () => {
    const { vorgangId, dokumentIds } = await closedVorgang(bench, ARCHIVAL);
    bench.clock.advance(ELEVEN_YEARS);
    const sperre = { objectKind: 'dokument', objectId: dokumentIds[0], reason: 'Klage' };
    done(await bench.runner.perform(bench.as('helga.brandt'), setSperre, sperre, newId()));
    expect(await bench.transfer([vorgangId])).toMatchObject({
      reasons: [{ reasons: [{ code: 'aussonderung.underSperre', message: { de: expect.stringContaining('Klage') } }] }],
    });
    const { due } = await bench.overview();
    expect(due.map(({ obstacles }) => obstacles.map(({ code }) => code))).toEqual([['aussonderung.underSperre']]);
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
    const objects = bench.withObjects({
      put: async (source) => {
        const stored = await bench.objects.put(source);
        await bench.sql(sql, [vorgangId]);
        return stored;
      },
    });
    expect(await bench.transfer([vorgangId], { objects })).toMatchObject({ code: 'platform.stale' });
    const { due, packages } = await bench.overview();
    expect(packages).toEqual([]);
    expect(due.map((each) => each.vorgangId)).toEqual([vorgangId]);
  });

  it('lets one of two win who hand over the same Vorgang at once, and tells the other', async () => {
    const { vorgangId } = await closedVorgang(bench, ARCHIVAL);
    bench.clock.advance(ELEVEN_YEARS);
    const answers = await Promise.all([bench.transfer([vorgangId]), bench.transfer([vorgangId])]);
    const refused = answers.filter((answer) => 'kind' in answer);
    expect(refused).toMatchObject([{ reasons: [{ reasons: [{ code: 'aussonderung.alreadyTransferred' }] }] }]);
    expect((await bench.overview()).packages).toHaveLength(1);
  });

  it('answers the same key the same and packs only once', async () => {
    const { vorgangId } = await closedVorgang(bench, ARCHIVAL);
    bench.clock.advance(ELEVEN_YEARS);
    const put = jest.spyOn(bench.objects, 'put');
    const [key, before] = [newId(), put.mock.calls.length];
    const first = await bench.transfer([vorgangId], { key });
    expect(await bench.transfer([vorgangId], { key })).toEqual(first);
    expect(put.mock.calls.length - before).toBe(1);
  });

  it('hands over: package in the store, row, state, history, and out of the list of what is due', async () => {
    const first = await closedVorgang(bench, ARCHIVAL);
    const second = await closedVorgang(bench, ARCHIVAL);
    bench.clock.advance(ELEVEN_YEARS);
    const answer = done(await bench.transfer([second.vorgangId.toUpperCase(), first.vorgangId, first.vorgangId]));
    const { due, packages } = await bench.overview();
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
    const { bytes } = await bench.storedPackage();
    expect(createHash('sha512').update(bytes).digest('hex')).toBe(answer.sha512);
    const written = await bench.sql(
      `SELECT object_kind, object_id FROM protokoll WHERE action = 'aussonderung.transferAbgabe' ORDER BY sequence`,
      [],
    );
    expect(written).toEqual([
      { object_kind: 'aussonderung', object_id: answer.aussonderungId },
      { object_kind: 'vorgang', object_id: first.vorgangId },
      { object_kind: 'vorgang', object_id: second.vorgangId },
    ]);
  });
});
