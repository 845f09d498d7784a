import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { closedAt, event, setFrist, sperreOn } from '../../test/support/retention.js';
import { versionOf } from '../../test/support/records.js';
import { ELEVEN_YEARS, release, request, toDestroy } from '../../test/support/vernichtung.js';
import { reopenVorgang } from '../akte/reopen-vorgang.js';
import { newId } from '../platform/ids.js';
import { loadAussonderungen } from './aussonderung.views.js';

let bench: ActBench;

beforeEach(async () => {
  bench = await openActBench();
});
afterEach(() => bench.close());

const vernichtungen = () => bench.sql(`SELECT state FROM vernichtung`);

describe('requestVernichtung', () => {
  it.each(['jana.petersen', 'amir.rakimov', 'kim.okafor', 'ruth.lindqvist'])(
    'refuses %s without the permission',
    async (login) => {
      const { vorgangId } = await toDestroy(bench);
      bench.clock.advance(ELEVEN_YEARS);
      expect(await request(bench, [vorgangId], login)).toMatchObject({ code: 'identity.notPermitted' });
    },
  );

  it('refuses what is not there, an empty selection, and more than 1,000', async () => {
    expect(await request(bench, [newId()])).toMatchObject({ code: 'platform.notFound' });
    expect(await request(bench, [])).toMatchObject({ code: 'platform.invalidInput' });
    const many = Array.from({ length: 1_001 }, () => newId());
    expect(await request(bench, many)).toMatchObject({ code: 'platform.invalidInput' });
  });

  it('F79 refuses the whole with every Vorgang that may not be destroyed, each with all its reasons', async () => {
    const good = await toDestroy(bench);
    const archival = await closedAt(bench);
    const held = await toDestroy(bench);
    bench.clock.advance(ELEVEN_YEARS);
    await sperreOn(bench, 'vorgang', held.vorgangId, 'Klage');
    const ids = [good, archival, held].map(({ vorgangId }) => vorgangId);
    const answer = await request(bench, ids);
    expect(answer).toMatchObject({ message: { de: '2 von 3 Vorgängen dürfen nicht vernichtet werden.' } });
    expect(JSON.stringify(answer)).toContain('Sperre auf dem Vorgang');
    expect(await vernichtungen()).toEqual([]);
  });

  it('F79 refuses on the last day of the period', async () => {
    const { vorgangId } = await toDestroy(bench);
    bench.clock.advance(Date.parse('2036-12-31T22:59:00Z') - bench.clock.now().getTime());
    expect(JSON.stringify(await request(bench, [vorgangId]))).toContain('aussonderung.periodRunning');
    bench.clock.advance(60_000); // New Year in Berlin
    expect(await request(bench, [vorgangId])).toMatchObject({ version: 1 });
  });

  it('lets one of two win who select the same Vorgang at once', async () => {
    const { vorgangId } = await toDestroy(bench);
    bench.clock.advance(ELEVEN_YEARS);
    const answers = await Promise.all([request(bench, [vorgangId]), request(bench, [vorgangId])]);
    expect(answers.filter((answer) => 'kind' in answer)).toHaveLength(1);
    expect(await vernichtungen()).toEqual([{ state: 'requested' }]);
  });

  it('protects what is selected from every change, naming why; a Sperre may still be set', async () => {
    const { vorgangId, akteId } = await toDestroy(bench);
    bench.clock.advance(ELEVEN_YEARS);
    const { vernichtungId } = done(await request(bench, [vorgangId]));
    const refused = { code: 'aussonderung.inVernichtung' };
    const { due } = await bench.database.transaction(bench.mandantId, (queries) =>
      loadAussonderungen(queries, bench.clock.today()),
    );
    expect(due.map(({ obstacles }) => obstacles.map(({ code }) => code))).toEqual([
      ['aussonderung.toDestroy', 'aussonderung.inVernichtung'],
    ]);
    const version = await versionOf(bench, 'vorgang', vorgangId);
    const reopening = { vorgangId, version, reason: 'Widerspruch' };
    expect(await bench.perform('helga.brandt', reopenVorgang, reopening)).toMatchObject(refused);
    expect(await setFrist(bench, vorgangId, { jahre: 30 })).toMatchObject(refused);
    expect(await setFrist(bench, akteId, { objectKind: 'akte', jahre: 30 })).toMatchObject(refused);
    expect(await event(bench, vorgangId, {})).toMatchObject(refused);
    await sperreOn(bench, 'akte', akteId, 'Klage');
    expect(JSON.stringify(await release(bench, vernichtungId))).toContain('Sperre auf der Akte');
  });
});
