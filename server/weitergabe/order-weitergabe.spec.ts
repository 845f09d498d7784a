import { done } from '../../test/support/closed-vorgang.js';
import { checkedOut } from '../../test/support/checkouts.js';
import { addedDokument, openedVorgang } from '../../test/support/records.js';
import { protectedFor } from '../../test/support/rights.js';
import { setSperre } from '../aussonderung/set-sperre.js';
import { openVorgang } from '../akte/open-vorgang.js';
import { editAkte } from '../akte/edit-akte.js';
import { openTeilakte } from '../akte/open-teilakte.js';
import { reopenVorgang } from '../akte/reopen-vorgang.js';
import { discardDokument } from '../dokument/discard-dokument.js';
import { newId } from '../platform/ids.js';
import {
  givenOf,
  jana,
  openWeitergabeBench,
  order,
  outside,
  ruth,
  secrets,
  someAkte,
  stateOf,
  textDokument,
  type WeitergabeBench,
} from '../../test/support/weitergaben.js';
import { loadChoice } from './weitergabe.views.js';

let bench: WeitergabeBench;
beforeAll(async () => void (bench = await openWeitergabeBench()));
afterAll(() => bench.close());

const choice = async (akteId: string, kind: 'kopie' | 'zustaendigkeit' = 'kopie') =>
  done(await bench.runner.transaction(bench.as(jana), (tx) => loadChoice(tx, akteId, kind, 'aussen')));

describe('orderWeitergabe', () => {
  it('F13 refuses without the permission, for an unknown Akte, and for one that the person does not see', async () => {
    const { akteId } = await someAkte(bench);
    expect(await order(bench, akteId, {}, 'kim.okafor')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await order(bench, newId())).toMatchObject({ code: 'platform.notFound' });
    await protectedFor(bench, akteId);
    expect(await order(bench, akteId)).toMatchObject({ code: 'platform.notFound' });
    const readOnly = await someAkte(bench);
    await protectedFor(bench, readOnly.akteId, [jana]);
    expect(await order(bench, readOnly.akteId)).toMatchObject({ code: 'access.mayNotWork' });
  });

  it.each([
    ['a recipient that hides signs', { to: outside({ recipient: 'Kreis\u202eNord' }) }],
    ['a recipient of 10,000 signs', { to: outside({ recipient: 'x'.repeat(10_000) }) }],
    ['no reason', { reason: '  ' }],
    ['a link for more than 90 days', { days: 91 }],
    ['a link for no day', { days: 0 }],
    ['no download', { to: outside({ downloads: 0 }) }],
    ['a token that somebody made up', { to: outside({ token: 'geheim' }) }],
    ['a code that can be guessed', { to: outside({ code: '1234' }) }],
    ['an empty choice', { dokumentIds: [] }],
  ])('F13 refuses to hand over with %s', async (_what, own) => {
    const { akteId } = await someAkte(bench);
    expect(await order(bench, akteId, own)).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('F13 refuses a Mandant that is not there, the own one, and a link that exists', async () => {
    const { akteId } = await someAkte(bench);
    for (const mandantId of [newId(), bench.mandantId]) {
      const answer = await order(bench, akteId, { to: { kind: 'mandant', mandantId } });
      expect(answer).toMatchObject({ code: 'weitergabe.unknownMandant' });
    }
    const { token } = secrets();
    done(await order(bench, akteId, { to: outside({ token }) }));
    expect(await order(bench, akteId, { to: outside({ token }) })).toMatchObject({ code: 'weitergabe.tokenTaken' });
  });

  it('F13 refuses chosen Dokumente of another Akte, drafts, what others have checked out, and what lies in the bin', async () => {
    const { vorgangId, dokumentId: taken } = await checkedOut(bench, 'helga.brandt');
    const [row] = await bench.sql<{ akteId: string }>(`SELECT akte_id AS "akteId" FROM vorgang WHERE id = $1`, [
      vorgangId,
    ]);
    const akteId = row!.akteId;
    const thrown = await addedDokument(bench, vorgangId, { betreff: 'Irrläufer' });
    done(
      await bench.perform(jana, discardDokument, { dokumentId: thrown, version: 1, reason: 'gehört nicht hierher' }),
    );
    const foreign = (await someAkte(bench)).dokumentIds[0]!;
    const refused = await order(bench, akteId, { dokumentIds: [taken, thrown, foreign] });
    expect(refused).toMatchObject({ code: 'weitergabe.refused' });
    expect('reasons' in refused && refused.reasons.map(({ code }) => code).sort()).toEqual([
      ...['weitergabe.draft', 'weitergabe.notInRegister', 'weitergabe.nothing', 'weitergabe.unknownDokument'],
    ]);
    await bench.sql(`UPDATE dokument SET state = 'gueltig' WHERE id = $1`, [taken]);
    expect(await order(bench, akteId, { dokumentIds: [taken] })).toMatchObject({
      reasons: [{ code: 'weitergabe.checkedOut' }, { code: 'weitergabe.nothing' }],
    });
  });

  it('F13 refuses the responsibility for an Akte with open work, under a Sperre, or with a part that the person does not see', async () => {
    const open = await openedVorgang(bench);
    await textDokument(bench, open.vorgangId, 'Angebot');
    expect(await order(bench, open.akteId, { kind: 'zustaendigkeit' })).toMatchObject({
      code: 'weitergabe.openVorgang',
    });
    const closing = await someAkte(bench);
    await bench.sql(`UPDATE closing_work SET state = 'waiting' WHERE vorgang_id = $1`, [closing.vorgangId]);
    expect(await order(bench, closing.akteId, { kind: 'zustaendigkeit' })).toMatchObject({
      code: 'weitergabe.closingRuns',
    });
    const held = await someAkte(bench);
    const sperre = { objectKind: 'dokument', objectId: held.dokumentIds[0], reason: 'Klage anhängig' };
    done(await bench.perform(ruth, setSperre, sperre));
    expect(await order(bench, held.akteId, { kind: 'zustaendigkeit' })).toMatchObject({
      code: 'weitergabe.underSperre',
    });
    done(await order(bench, held.akteId));
    const partly = await someAkte(bench);
    const other = done(await bench.run(openVorgang, { akteId: partly.akteId, betreff: 'Personalsache' }));
    await textDokument(bench, other.vorgangId, 'Geheim');
    await bench.sql(
      `UPDATE vorgang SET state = 'zdA', zda_date = opened.day, vertraulichkeitsstufe = 'geheim'
                       FROM (SELECT $2::date AS day) opened WHERE id = $1`,
      [other.vorgangId, bench.clock.today()],
    );
    expect(await order(bench, partly.akteId, { kind: 'zustaendigkeit' })).toMatchObject({
      code: 'weitergabe.notWhole',
    });
  });

  it('F13 says in a dry run what goes with its version, what does not and why, and never what the person does not see', async () => {
    const { akteId, vorgangId } = await openedVorgang(bench);
    await textDokument(bench, vorgangId, 'Angebot');
    await textDokument(bench, vorgangId, 'Entwurf eines Bescheids', { state: 'entwurf' });
    await bench.sql(`UPDATE akte SET vertraulichkeitsstufe = 'nurFuerDenDienstgebrauch' WHERE id = $1`, [akteId]);
    const hidden = done(await bench.run(openVorgang, { akteId, betreff: 'Heimlich' }));
    await textDokument(bench, hidden.vorgangId, 'Heimlich');
    await bench.sql(`UPDATE vorgang SET vertraulichkeitsstufe = 'geheim' WHERE id = $1`, [hidden.vorgangId]);
    const shown = await choice(akteId);
    expect(shown).toMatchObject({
      obstacles: [],
      dokumente: [
        { betreff: 'Angebot', version: 1, stufe: 'nurFuerDenDienstgebrauch', leftOut: null },
        { betreff: 'Entwurf eines Bescheids', leftOut: { code: 'weitergabe.draft' } },
      ],
    });
    expect(JSON.stringify(shown)).not.toContain('Heimlich');
    const moving = await choice(akteId, 'zustaendigkeit');
    expect(moving.obstacles.map(({ code }) => code)).toEqual(['weitergabe.openVorgang', 'weitergabe.notWhole']);
    const { weitergabeId } = done(await order(bench, akteId));
    const [kept] = await bench.sql<{ items: { betreff: string }[]; stufe: string }>(
      `SELECT items, stufe FROM weitergabe WHERE id = $1`,
      [weitergabeId],
    );
    expect(kept).toMatchObject({ stufe: 'nurFuerDenDienstgebrauch', items: [{ betreff: 'Angebot', version: 1 }] });
  });

  it('F13 lets an Akte rest whose responsibility is on its way: nothing is opened, reopened or described anew', async () => {
    const { akteId, vorgangId } = await someAkte(bench);
    done(await order(bench, akteId, { kind: 'zustaendigkeit' }));
    expect(await givenOf(bench, akteId)).toEqual({ to: 'Nachbarkreis', on: null });
    const onItsWay = { code: 'weitergabe.onItsWay' };
    expect(await bench.perform(jana, openVorgang, { akteId, betreff: 'Neu' })).toMatchObject(onItsWay);
    expect(await bench.perform(jana, openTeilakte, { akteId, betreff: 'Teil' })).toMatchObject(onItsWay);
    const [row] = await bench.sql<{ version: number; unit: string }>(
      `SELECT version, federfuehrung_id AS unit FROM akte WHERE id = $1`,
      [akteId],
    );
    const facts = { betreff: 'Neu', bemerkung: '', medium: 'elektronisch', standort: '', laufzeitBeginn: '2026-01-01' };
    const edit = { akteId, version: row!.version, ...facts, federfuehrungId: row!.unit, laufzeitEnde: null };
    expect(await bench.perform(jana, editAkte, edit)).toMatchObject(onItsWay);
    const reopen = { vorgangId, version: 2, reason: 'Nachtrag' };
    expect(await bench.perform('helga.brandt', reopenVorgang, reopen)).toMatchObject(onItsWay);
    expect(await order(bench, akteId, { kind: 'zustaendigkeit' })).toMatchObject(onItsWay);
    await expect(
      bench.sql(`UPDATE vorgang SET state = 'offen', zda_date = NULL WHERE id = $1`, [vorgangId]),
    ).rejects.toThrow('handed over');
  });

  it('F13 tells the Protokoll of the Akte who gets what and why, under the id of the Weitergabe', async () => {
    const { akteId, dokumentIds } = await someAkte(bench);
    const { weitergabeId } = done(await order(bench, akteId, { dokumentIds: [dokumentIds[0]!] }));
    expect((await bench.protokoll(akteId)).at(-1)).toMatchObject({
      action: 'weitergabe.orderWeitergabe',
      correlationId: weitergabeId,
      payload: {
        kind: 'kopie',
        recipient: 'Nachbarkreis',
        reason: 'Amtshilfe',
        dokumente: [{ dokumentId: dokumentIds[0] }],
      },
    });
    expect(await stateOf(bench, weitergabeId)).toMatchObject({ state: 'wartet' });
    const rows = await bench.sql<{ text: string }>(
      `SELECT to_jsonb(w)::text || coalesce((SELECT string_agg(p.payload::text, '') FROM protokoll_payload p), '') AS text
         FROM weitergabe w WHERE id = $1`,
      [weitergabeId],
    );
    expect(rows[0]?.text).not.toMatch(/lw_/);
  });
});
