import { openActBench, type ActBench } from '../../test/support/act-bench.js';
import { done } from '../../test/support/closed-vorgang.js';
import { openedVorgang } from '../../test/support/records.js';
import { newId } from '../platform/ids.js';
import { openVorgang } from './open-vorgang.js';

let bench: ActBench;

beforeAll(async () => {
  bench = await openActBench();
});
afterAll(() => bench.close());

describe('openVorgang', () => {
  it('refuses an unknown Akte', async () => {
    const answer = await bench.run(openVorgang, { akteId: newId(), betreff: 'Angebote' });
    expect(answer).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses the Akte of another Mandant', async () => {
    const { akteId } = await openedVorgang(bench);
    const stranger = { mandantId: newId(), actor: { kind: 'system', name: 'test' } } as const;
    const answer = await bench.runner.run(stranger, openVorgang, { akteId, betreff: 'Angebote' });
    expect(answer).toMatchObject({ code: 'platform.notFound' });
  });

  it('refuses whoever may not open records', async () => {
    const { akteId } = await openedVorgang(bench);
    const answer = await bench.perform('tomasz.sliwa', openVorgang, { akteId, betreff: 'Angebote' });
    expect(answer).toMatchObject({ code: 'identity.notPermitted' });
  });

  it('F3 opens one for a person, with what can be said of it', async () => {
    const { akteId } = await openedVorgang(bench);
    const said = { betreff: 'Angebote', bemerkung: 'eilt', medium: 'papier', standort: 'Raum 2.14' };
    const { vorgangId } = done(await bench.perform('jana.petersen', openVorgang, { akteId, ...said }));
    const [row] = await bench.sql(`SELECT betreff, bemerkung, medium, standort FROM vorgang WHERE id = $1`, [
      vorgangId,
    ]);
    expect(row).toEqual(said);
  });

  it('opens the next one in its Akte, today and empty', async () => {
    const first = await openedVorgang(bench);
    const second = done(await bench.run(openVorgang, { akteId: first.akteId, betreff: 'Angebote' }));
    expect([first.aktenzeichen.slice(-3), second.aktenzeichen.slice(-3)]).toEqual(['/01', '/02']);
    const [row] = await bench.sql(
      `SELECT betreff, state, laufzeit_beginn AS day, last_dokument AS dokumente FROM vorgang WHERE id = $1`,
      [second.vorgangId],
    );
    expect(row).toEqual({ betreff: 'Angebote', state: 'offen', day: '2026-11-24', dokumente: 0 });
    expect(await bench.protokoll(second.vorgangId)).toMatchObject([
      { action: 'akte.openVorgang', payload: { text: { de: `Vorgang ${second.aktenzeichen} angelegt` } } },
    ]);
  });

  it('gives no number twice when ten are opened in one Akte at once', async () => {
    const { akteId } = await openedVorgang(bench);
    const opened = await Promise.all(
      Array.from({ length: 10 }, () => bench.run(openVorgang, { akteId, betreff: 'Angebote' })),
    );
    expect(new Set(opened.map((vorgang) => done(vorgang).aktenzeichen)).size).toBe(10);
  });
});
