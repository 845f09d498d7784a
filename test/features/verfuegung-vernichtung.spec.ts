import { done } from '../support/closed-vorgang.js';
import { openTestOffice, type TestOffice } from '../support/office.js';
import { TO_DESTROY, vorgangOf } from '../support/rechnung.js';
import { vorgangWithDokument, workOff, ZDA, zK } from '../support/verfuegungen.js';

const ELEVEN_YEARS = 4_100;
let office: TestOffice;

beforeAll(async () => {
  office = await openTestOffice();
});
afterAll(() => office.close());

const left = async (verfuegungId: string) => {
  const [row] = await office.bench.database.transaction(office.bench.mandantId, (queries) =>
    queries.query(
      `SELECT (SELECT count(*)::int FROM verfuegung WHERE id = $1) AS verfuegung,
              (SELECT count(*)::int FROM verfuegung_punkt WHERE verfuegung_id = $1) AS punkte,
              (SELECT count(*)::int FROM verfuegung_dokument WHERE verfuegung_id = $1) AS dokumente`,
      [verfuegungId],
    ),
  );
  return row;
};

describe('Angenommen ein Vorgang, in dem verfügt wurde, ist zu vernichten', () => {
  it('Wenn er vernichtet ist, dann ist auch von der Verfügung und ihren Punkten nichts mehr da', async () => {
    const { vorgangId, dokumentId } = await vorgangWithDokument(office, TO_DESTROY);
    const dokument = { dokumentId, nummer: 1 };
    const input = { vorgangId, dokument, punkte: [zK(office, 'ruth.lindqvist'), ZDA] };
    const { verfuegungId } = done(await office.act('jana.petersen', 'verfuegung.orderVerfuegung', input));
    done(await workOff(office, 'ruth.lindqvist', vorgangId, 'kenntnis', 'gelesen'));
    const { version } = await vorgangOf(office, vorgangId);
    done(await office.act('jana.petersen', 'akte.closeZdA', { vorgangId, version }));
    expect(await left(verfuegungId)).toEqual({ verfuegung: 1, punkte: 2, dokumente: 1 });
    done(await office.act('kim.okafor', 'demo.moveClock', { days: ELEVEN_YEARS }));
    const wish = { vorgangIds: [vorgangId], reason: 'Aktenordnung' };
    const { vernichtungId } = done(await office.act('helga.brandt', 'aussonderung.requestVernichtung', wish));
    done(await office.act('ruth.lindqvist', 'aussonderung.releaseVernichtung', { vernichtungId, version: 1 }));
    expect(await left(verfuegungId)).toEqual({ verfuegung: 0, punkte: 0, dokumente: 0 });
  });
});
