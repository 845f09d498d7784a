import type { EingangView } from '../../../server/contract/views.js';
import { done } from '../closed-vorgang.js';
import type { TestOffice } from '../office.js';
import { pagesOfFirst, scanOf } from '../scans.js';

const desk = 'ines.vogt';

/** A pile that was scanned as one: split, put back, and split again. */
export async function splitPile(office: TestOffice): Promise<void> {
  const eingangId = await office.receive('Stapel.pdf', await scanOf(['Antrag', 'Anlage zum Antrag', 'Widerspruch']));
  const letters = [pagesOfFirst(1, 2), pagesOfFirst(3)];
  const split = async () => {
    const { version } = done(await office.read<EingangView>(desk, `/api/posteingang/${eingangId}`));
    return done(await office.act(desk, 'posteingang.rearrangeScans', { sources: [{ eingangId, version }], letters }));
  };
  const { rearrangementId } = await split();
  done(await office.act(desk, 'posteingang.restoreScans', { rearrangementId }));
  const again = await split();
  done(await office.read<EingangView>(desk, `/api/posteingang/${again.eingangIds[0] ?? ''}`));
}
