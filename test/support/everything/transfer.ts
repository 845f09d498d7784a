import { done } from '../closed-vorgang.js';
import type { TestOffice } from '../office.js';
import { aufgabeOf, filedRechnung } from '../rechnung.js';
import { draft, registered } from './dokumente.js';

const [jana, kim] = ['jana.petersen', 'kim.okafor'] as const;
const reason = 'verlässt das Amt';

/** What lies with people goes to others: one by one, then as a batch; an account is switched off and on again. */
export async function handOnWork(office: TestOffice, vorgangId: string): Promise<void> {
  const filed = await filedRechnung(office, { betragCent: 12_000 });
  const { id: aufgabeId, version } = await aufgabeOf(office, jana, 'pruefung', filed.vorgangId);
  const [fromId, toId] = [office.personId(jana), office.personId('deniz.aydin')];
  done(await office.act(jana, 'aufgabe.claimAufgabe', { aufgabeId, version }));
  done(await office.act(kim, 'aufgabe.transferAufgabe', { aufgabeId, fromId, toId, reason }));
  const dokumentId = await draft(office, vorgangId, 'Mitgenommen');
  const shown = await registered(office, vorgangId, dokumentId);
  done(await office.act(jana, 'dokument.checkOut', { dokumentId, version: shown.version }));
  done(await office.act(kim, 'dokument.releaseCheckout', { dokumentId, fromId, reason }));
  const wish = { personId: toId, checkouts: 'release', vertretungen: 'end', reason } as const;
  done(await office.act(kim, 'stapel.planTransfer', { ...wish, aufgaben: { to: 'group' } }));
  const personId = office.personId('ines.vogt');
  done(await office.act(kim, 'identity.switchOff', { personId, reason }));
  done(await office.act(kim, 'identity.switchOn', { personId, reason }));
}
