import { done } from '../closed-vorgang.js';
import type { TestOffice } from '../office.js';
import { aufgabeOf, filedRechnung, perform } from '../rechnung.js';

/** An Aufgabe of a group that is claimed, given back, claimed again and handed over. */
export async function passAround(office: TestOffice): Promise<void> {
  const { vorgangId } = await filedRechnung(office, { kennzeichen: '10.11.01', betragCent: 10_000 });
  const { id: aufgabeId, version } = await aufgabeOf(office, 'jana.petersen', 'pruefung', vorgangId);
  const claimed = done(await office.act('jana.petersen', 'aufgabe.claimAufgabe', { aufgabeId, version }));
  const released = done(await office.act('jana.petersen', 'aufgabe.releaseAufgabe', { aufgabeId, ...claimed }));
  const again = done(await office.act('jana.petersen', 'aufgabe.claimAufgabe', { aufgabeId, ...released }));
  const personId = office.personId('deniz.aydin');
  const handover = { aufgabeId, ...again, personId, note: 'bitte prüfen' };
  done(await office.act('jana.petersen', 'aufgabe.forwardAufgabe', handover));
  await perform(office, vorgangId, 'deniz.aydin', 'pruefung', { entscheidung: 'richtig' });
}
