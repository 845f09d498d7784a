import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { someNote } from '../../test/support/annotations.js';
import { closedVorgang, done } from '../../test/support/closed-vorgang.js';
import { draftDokument, dokumentRow } from '../../test/support/dokumente.js';
import { letterInVorgang } from '../../test/support/schwaerzungen.js';
import { discardDokument } from '../dokument/discard-dokument.js';
import { newId } from '../platform/ids.js';
import { MOST_ANNOTATIONS } from './annotation.js';
import { addAnnotation } from './add-annotation.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

const add = (input: unknown, login = 'jana.petersen') => bench.perform(login, addAnnotation, input);

describe('addAnnotation', () => {
  it('refuses without annotation.write, an unknown Dokument, and a version that it does not have', async () => {
    const { dokumentId } = await letterInVorgang(bench);
    expect(await add(someNote(dokumentId), 'kim.okafor')).toMatchObject({ code: 'identity.notPermitted' });
    expect(await add(someNote(newId()))).toMatchObject({ code: 'platform.notFound' });
    expect(await add(someNote(dokumentId, { nummer: 7 }))).toMatchObject({ code: 'platform.notFound' });
  });

  it.each([
    ['10,000 letters', { text: 'x'.repeat(10_000) }],
    ['a text that turns its direction', { text: 'gut\u202etug' }],
    ['a text with a zero byte', { text: 'a\u0000b' }],
    ['page 0', { page: 0 }],
    ['page 1,000,000,000', { page: 1e9 }],
    ['half a page', { page: 1.5 }],
    ['version 0', { nummer: 0 }],
    ['an empty rectangle', { boxes: [[10, 10, 10, 20]] }],
    ['a rectangle inside out', { boxes: [[20, 10, 10, 20]] }],
    ['a place beyond all paper', { boxes: [[0, 0, 1e9, 20]] }],
    ['no number for a place', { boxes: [[0, 0, Number.NaN, 20]] }],
    ['three corners', { boxes: [[0, 0, 20]] }],
    ['10,000 rectangles', { boxes: Array.from({ length: 10_000 }, () => [0, 0, 10, 10]) }],
    ['marked text without a place', { kind: 'highlight', boxes: [] }],
    ['an unknown kind', { kind: 'stamp' }],
  ])('refuses an annotation with %s', async (_what, own) => {
    const { dokumentId } = await letterInVorgang(bench);
    expect(await add({ ...someNote(dokumentId), ...own })).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('refuses a note that says nothing, and a file without pages, and says what to do', async () => {
    const { dokumentId } = await letterInVorgang(bench);
    expect(await add(someNote(dokumentId, { text: ' ' }))).toMatchObject({ code: 'annotation.empty' });
    const mail = await letterInVorgang(bench, { mime: 'message/rfc822' });
    expect(await add(someNote(mail.dokumentId))).toMatchObject({
      code: 'annotation.noPages',
      message: { de: expect.stringContaining('message/rfc822') },
      remedy: { de: expect.stringContaining('als PDF speichern') },
    });
  });

  it('refuses in a Vorgang that is z. d. A., and on a Dokument in the bin', async () => {
    const { dokumentIds } = await closedVorgang(bench, '20.31.05');
    expect(await add(someNote(dokumentIds[0]!))).toMatchObject({ code: 'akte.closed' });
    const { dokumentId } = await draftDokument(bench);
    const { version } = await dokumentRow(bench, dokumentId);
    done(await bench.perform('jana.petersen', discardDokument, { dokumentId, version, reason: 'doppelt' }));
    expect(await add(someNote(dokumentId))).toMatchObject({ code: 'dokument.notInRegister' });
  });

  it('refuses as soon as a Dokument has as many as anybody finds again', async () => {
    const { dokumentId } = await letterInVorgang(bench);
    await bench.sql(
      `INSERT INTO annotation (id, mandant_id, dokument_id, dokument_version_id, kind, page, boxes, text, author_id, created_at)
       SELECT gen_random_uuid(), $1, $2, s.id, 'note', 1, '[]', 'Flut', $3, now()
         FROM dokument_version s, generate_series(1, $4::int) WHERE s.dokument_id = $2`,
      [bench.mandantId, dokumentId, bench.personId('jana.petersen'), MOST_ANNOTATIONS],
    );
    expect(await add(someNote(dokumentId))).toMatchObject({ code: 'annotation.tooMany' });
  });

  it('keeps place and words of a note, of marked text and of a note to the whole page, also on a final Dokument', async () => {
    const { dokumentId, vorgangId } = await letterInVorgang(bench);
    await bench.sql(`UPDATE dokument SET state = 'gueltig' WHERE id = $1`, [dokumentId]);
    const inputs = [
      someNote(dokumentId, { boxes: [], text: 'Seite fehlt\nim Scan' }),
      someNote(dokumentId),
      someNote(dokumentId, { kind: 'highlight', text: '', page: 3 }),
    ];
    for (const input of inputs) done(await add(input));
    const rows = await bench.sql(
      `SELECT kind, page, boxes, text FROM annotation WHERE dokument_id = $1 ORDER BY text DESC`,
      [dokumentId],
    );
    expect(rows).toEqual(inputs.map(({ kind, page, boxes, text }) => ({ kind, page, boxes, text })));
    expect((await bench.protokoll(vorgangId)).at(-1)).toMatchObject({
      action: 'annotation.addAnnotation',
      payload: { page: 3, text: { de: '„Anfrage“: Anmerkung auf Seite 3' } },
    });
  });

  it('puts no word of it into the Protokoll, which outlives the Dokument', async () => {
    const { dokumentId, vorgangId } = await letterInVorgang(bench);
    done(await add(someNote(dokumentId, { text: 'Fluchtgefahr' })));
    expect(JSON.stringify(await bench.protokoll(vorgangId))).not.toContain('Fluchtgefahr');
  });
});
