import { done } from '../support/closed-vorgang.js';
import { answer, asks, laufwegOf, started } from '../support/laufwege.js';
import { openTestOffice, type TestOffice } from '../support/office.js';
import { closeZdA, filedRechnung, perform, signFinally, TO_DESTROY } from '../support/rechnung.js';

const ELEVEN_YEARS = 4_100;
let office: TestOffice;

beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

const left = async (laufwegId: string) => {
  const [row] = await office.bench.database.transaction(office.bench.mandantId, (queries) =>
    queries.query(
      `SELECT (SELECT count(*)::int FROM laufweg WHERE id = $1) AS laufweg,
              (SELECT count(*)::int FROM laufweg_station WHERE laufweg_id = $1) AS stations,
              (SELECT count(*)::int FROM laufweg_dokument WHERE laufweg_id = $1) AS dokumente,
              (SELECT count(*)::int FROM engine.instance WHERE business_key = $1::text) AS instances`,
      [laufwegId],
    ),
  );
  return row;
};

describe('Angenommen ein Vorgang mit einem beendeten Laufweg ist zu vernichten', () => {
  it('Wenn er vernichtet ist, dann ist auch vom Laufweg und von seinen Ablaufinstanzen nichts mehr da', async () => {
    const { vorgangId, dokumentId } = await filedRechnung(office, { kennzeichen: TO_DESTROY, betragCent: 10_000 });
    const papers = { vorgangId, dokumente: [{ dokumentId, nummer: 1 }] };
    const laufwegId = await started(office, papers, asks(office, 'deniz.aydin', 'kenntnisnahme'));
    done(await answer(office, 'deniz.aydin', vorgangId, 'kenntnis', 'gelesen'));
    expect(await laufwegOf(office, vorgangId, laufwegId)).toMatchObject({ state: 'fertig' });
    await perform(office, vorgangId, 'jana.petersen', 'pruefung', { entscheidung: 'richtig' });
    done(await signFinally(office, vorgangId));
    const paid = { zahlungsdatum: '2026-11-26', buchungszeichen: 'B-4711' };
    await perform(office, vorgangId, 'tomasz.sliwa', 'zahlung', paid);
    done(await closeZdA(office, 'jana.petersen', vorgangId));
    expect(await left(laufwegId)).toEqual({ laufweg: 1, stations: 1, dokumente: 1, instances: 1 });
    done(await office.act('kim.okafor', 'demo.moveClock', { days: ELEVEN_YEARS }));
    const wish = { vorgangIds: [vorgangId], reason: 'Aktenordnung' };
    const { vernichtungId } = done(await office.act('helga.brandt', 'aussonderung.requestVernichtung', wish));
    done(await office.act('ruth.lindqvist', 'aussonderung.releaseVernichtung', { vernichtungId, version: 1 }));
    expect(await left(laufwegId)).toEqual({ laufweg: 0, stations: 0, dokumente: 0, instances: 0 });
  });
});
