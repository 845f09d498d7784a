import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { certainLetters, filedAlone, filedAsBatch, namingLetter } from '../../test/support/certain.js';
import { done } from '../../test/support/closed-vorgang.js';
import { examinedEingang, receivedEingang } from '../../test/support/eingaenge.js';
import { openedVorgang, versionOf } from '../../test/support/records.js';
import { counts, shown, workOff } from '../../test/support/stapel.js';
import { forwardEingang } from '../posteingang/forward-eingang.js';
import { setAsideEingang } from '../posteingang/set-aside-eingang.js';
import { loadCertain } from '../posteingang/certain.views.js';
import { loadFilings } from './filing.views.js';
import { planFiling } from './plan-filing.js';
import { startStapel } from './start-stapel.js';

let bench: ActBench;
beforeAll(async () => {
  bench = await openActBench();
});
beforeEach(async () => {
  await bench.sql(`UPDATE eingang SET state = 'klaerung' WHERE state = 'geprueft'`);
});
afterAll(() => bench.close());

const plan = (login = 'ines.vogt') => bench.perform(login, planFiling, { confidence: 'sicher' });
const postenOf = (stapelId: string) =>
  bench.sql<{ id: string; state: string; code: string | null }>(
    `SELECT target_id AS id, state, rejection ->> 'code' AS code FROM stapel_posten WHERE stapel_id = $1 ORDER BY nummer`,
    [stapelId],
  );
const codesOf = async (stapelId: string) => (await postenOf(stapelId)).map(({ state, code }) => code ?? state);
const certain = (login: string) =>
  bench.runner.transaction(bench.as(login), async (tx) => ({ found: await loadCertain(tx) }));

describe('planFiling', () => {
  it('refuses whoever lacks the permission, and where nothing is certain', async () => {
    expect(await plan('tomasz.sliwa')).toMatchObject({ code: 'identity.notPermitted' });
    await examinedEingang(bench, { title: 'Ohne Aktenzeichen' });
    await receivedEingang(bench);
    expect(await plan()).toMatchObject({ code: 'stapel.empty' });
  });

  it('refuses nothing that is less certain into the list: neither by word, nor by sender where the letter was not read surely', async () => {
    const { eingangIds, aktenzeichen, vorgangId } = await certainLetters(bench, 1);
    await filedAlone(bench, await examinedEingang(bench, { sender: 'Muster KG' }), vorgangId);
    await examinedEingang(bench, { sender: 'Muster KG', confidence: 'pruefen' });
    await examinedEingang(bench, { title: 'Sanierung eigener Gebäude', textExcerpt: aktenzeichen });
    bench.clock.advance(1_000);
    const sure = await examinedEingang(bench, { sender: 'Muster KG', confidence: 'sicher' });
    expect((await postenOf(done(await plan()).stapelId)).map(({ id }) => id)).toEqual([...eingangIds, sure]);
  });

  it('leaves out what lies with others, and brings to a receiver only what is theirs', async () => {
    const { eingangIds, aktenzeichen } = await certainLetters(bench, 1);
    const given = await namingLetter(bench, aktenzeichen);
    const receiver = { kind: 'person', id: bench.personId('jana.petersen') } as const;
    const input = { eingangId: given, version: await versionOf(bench, 'eingang', given), receiver, note: '' };
    done(await bench.perform('ines.vogt', forwardEingang, input));
    expect(await certain('ines.vogt')).toMatchObject({ found: eingangIds.map((eingangId) => ({ eingangId })) });
    const { stapelId } = done(await plan('jana.petersen'));
    await workOff(bench);
    expect(await postenOf(stapelId)).toEqual([{ id: given, state: 'abgelehnt', code: 'posteingang.notAccepted' }]);
  });

  it('says of each what cannot be filed and why, before anything is changed', async () => {
    const { eingangIds, aktenzeichen } = await certainLetters(bench, 2);
    const again = await namingLetter(bench, aktenzeichen);
    await bench.sql(
      `INSERT INTO eingang_duplicate (mandant_id, eingang_id, of_id, reason) SELECT mandant_id, id, $2, 'number' FROM eingang WHERE id = $1`,
      [again, eingangIds[0]],
    );
    const { stapelId } = done(await plan());
    await workOff(bench);
    expect(await codesOf(stapelId)).toEqual(['bereit', 'bereit', 'posteingang.maybeDuplicate']);
    expect(await bench.sql(`SELECT DISTINCT state FROM eingang WHERE id = ANY($1)`, [[...eingangIds, again]])).toEqual([
      { state: 'geprueft' },
    ]);
    const table = await bench.runner.transaction(bench.as('ines.vogt'), (tx) => loadFilings(tx, stapelId));
    expect(table).toMatchObject({
      items: [
        {
          eingangId: eingangIds[0],
          sender: 'Anna Muster',
          title: 'Undichtes Dach',
          place: { kind: 'vorgang', aktenzeichen },
          reasons: [{ de: 'Aktenzeichen steht im Schreiben' }],
          state: 'bereit',
        },
        { state: 'bereit' },
        { state: 'abgelehnt', rejection: { code: 'posteingang.maybeDuplicate' } },
      ],
    });
  });

  it('shows its table to nobody else', async () => {
    await certainLetters(bench, 1);
    const { stapelId } = done(await plan());
    const table = await bench.runner.transaction(bench.as('helga.brandt'), (tx) => loadFilings(tx, stapelId));
    expect(table).toMatchObject({ code: 'platform.notFound' });
  });

  it('never files what has become less certain, or belongs elsewhere, between the check and its turn', async () => {
    const { eingangIds } = await certainLetters(bench, 4);
    const [less, other, aside, same] = eingangIds;
    const elsewhere = await openedVorgang(bench);
    const { stapelId } = done(await plan());
    await workOff(bench);
    done(await bench.perform('ines.vogt', startStapel, { stapelId }));
    const naming = (names: string[]) => JSON.stringify(names);
    const change = `UPDATE eingang SET examination = jsonb_set(examination, '{aktenzeichen}', $2) WHERE id = $1`;
    await bench.sql(change, [less, naming([])]);
    await bench.sql(change, [other, naming([elsewhere.aktenzeichen])]);
    const version = await versionOf(bench, 'eingang', aside ?? '');
    done(await bench.perform('ines.vogt', setAsideEingang, { eingangId: aside, version, note: 'unklar' }));
    await workOff(bench);
    expect(await codesOf(stapelId)).toEqual([
      'posteingang.notCertain',
      'posteingang.otherPlace',
      'posteingang.inKlaerung',
      'erledigt',
    ]);
    expect(await bench.sql(`SELECT id FROM eingang WHERE id = ANY($1) AND state = 'zugeordnet'`, [eingangIds])).toEqual(
      [{ id: same }],
    );
  });

  it('files each as the single act does, joined by the id of the batch', async () => {
    const { eingangIds, vorgangId } = await certainLetters(bench, 3);
    const stapelId = await filedAsBatch(bench);
    expect(await shown(bench, 'ines.vogt', stapelId)).toMatchObject({
      ...{ state: 'fertig', counts: counts({ erledigt: 3 }), wayBack: 'takeBack' },
      labels: [{ de: 'Sichere Eingänge ablegen' }],
    });
    const rows = await bench.protokoll(vorgangId);
    const filings = rows.filter(({ action }) => action === 'posteingang.assignEingang');
    expect(filings.map(({ correlationId, payload }) => [correlationId, payload['eingangId']])).toEqual(
      eingangIds.map((eingangId) => [stapelId, eingangId]),
    );
    const filed = await bench.sql(
      `SELECT e.filed_in AS batch, f.taken FROM eingang e JOIN eingang_filing f ON f.eingang_id = e.id WHERE e.id = ANY($1)`,
      [eingangIds],
    );
    expect(filed).toEqual(eingangIds.map(() => ({ batch: stapelId, taken: 1 })));
  });

  it('opens a Vorgang in the Akte where earlier letters of the sender lie', async () => {
    const { vorgangId, akteId } = await openedVorgang(bench);
    await filedAlone(bench, await examinedEingang(bench, { sender: 'Dachbau Krüger' }), vorgangId);
    const eingangId = await examinedEingang(bench, {
      sender: 'Dachbau Krüger',
      confidence: 'sicher',
      title: 'Angebot',
    });
    await filedAsBatch(bench);
    const [row] = await bench.sql(
      `SELECT v.betreff, v.akte_id AS "akteId" FROM eingang e JOIN vorgang v ON v.id = e.vorgang_id WHERE e.id = $1`,
      [eingangId],
    );
    expect(row).toEqual({ betreff: 'Angebot', akteId });
  });
});
