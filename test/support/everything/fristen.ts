import type { VorgangView } from '../../../server/contract/views.js';
import { done } from '../closed-vorgang.js';
import type { TestOffice } from '../office.js';

const [jana, reason] = ['jana.petersen', 'Unterlagen fehlen'] as const;

/** A Frist that is set and extended, and a rest that begins and ends. */
export async function moveFrist(office: TestOffice, vorgangId: string): Promise<void> {
  const rule = { grundlage: '§ 42a Abs. 2 VwVfG', mostExtensions: 1, mostDays: 92 };
  done(await office.act(jana, 'frist.setFrist', { vorgangId, version: 0, frist: '2060-01-31', ...rule, reason }));
  done(await office.act(jana, 'frist.extendFrist', { vorgangId, version: 1, until: '2060-02-29', reason }));
  done(await office.act(jana, 'frist.suspendVorgang', { vorgangId, version: 2, days: 14, reason }));
  const view = done(await office.read<VorgangView>(jana, `/api/vorgaenge/${vorgangId}`));
  done(await office.act(jana, 'frist.resumeVorgang', { vorgangId, version: view.frist.version, reason }));
}
