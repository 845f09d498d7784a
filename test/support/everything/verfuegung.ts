import { done } from '../closed-vorgang.js';
import type { TestOffice } from '../office.js';
import { ordered, punktNumber, verfuegungOf, vorgangWithDokument, workOff, ZDA, zK, zwV } from '../verfuegungen.js';

/** A Verfügung that is added to, struck in one point and worked off, and one that is taken back. */
export async function orderAndRecall(office: TestOffice): Promise<void> {
  const [jana, deniz, ruth] = ['jana.petersen', 'deniz.aydin', 'ruth.lindqvist'];
  const { vorgangId } = await vorgangWithDokument(office);
  const verfuegungId = await ordered(office, vorgangId, zK(office, ruth), zwV(office, deniz), ZDA);
  const punkt = { art: 'bR', personId: office.personId(deniz), text: 'Wegen der Kosten' } as const;
  const { version } = done(await office.act(jana, 'verfuegung.addPunkt', { verfuegungId, version: 1, punkt }));
  const { id: punktId } = punktNumber(await verfuegungOf(office, vorgangId, verfuegungId), 3);
  const struck = { verfuegungId, version, punktId, reason: 'am Telefon besprochen' };
  done(await office.act(jana, 'verfuegung.cancelPunkt', struck));
  done(await workOff(office, ruth, vorgangId, 'kenntnis'));
  done(await workOff(office, deniz, vorgangId, 'erledigt', 'Antwort liegt bei'));
  const mistaken = await ordered(office, vorgangId, zK(office, ruth));
  done(await office.act(jana, 'verfuegung.recallVerfuegung', { verfuegungId: mistaken, version: 1 }));
}
