import type { NotificationRulesView, NotificationsView, Weekday } from '../../../server/contract/notification-views.js';
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
  await putAside(office, aufgabeId);
  done(await office.act('jana.petersen', 'aufgabe.forwardAufgabe', handover));
  const by = { aufgabeId, reason: 'Deniz ist im Urlaub' };
  done(await office.act('ruth.lindqvist', 'aufgabe.assignAufgabe', { ...by, toId: office.personId('jana.petersen') }));
  done(await office.act('ruth.lindqvist', 'aufgabe.assignAufgabe', { ...by, toId: personId }));
  await perform(office, vorgangId, 'deniz.aydin', 'pruefung', { entscheidung: 'richtig' });
}

/** An Aufgabe that is put aside, and shown again; and a list that is arranged otherwise. */
async function putAside(office: TestOffice, aufgabeId: string): Promise<void> {
  const aside = { aufgabeId, day: '2027-01-04', art: 'ausblenden', note: 'Gutachten abwarten' } as const;
  done(await office.act('jana.petersen', 'aufgabe.setWiedervorlage', aside));
  done(await office.act('jana.petersen', 'aufgabe.endWiedervorlage', { aufgabeId }));
  done(await office.act('jana.petersen', 'aufgabe.setWiedervorlage', aside));
  const kept = { list: 'meine', filter: { frist: 'heute', sachgebiet: '20' }, shared: true } as const;
  const { id } = done(await office.act('jana.petersen', 'aufgabe.keepFilter', { ...kept, name: 'Heute' }));
  done(await office.act('jana.petersen', 'aufgabe.keepFilter', { ...kept, name: 'Heute im Sachgebiet' }));
  done(await office.act('jana.petersen', 'aufgabe.removeFilter', { id }));
  const layout = { order: 'alter', facts: ['aktenzeichen'], wiedervorlage: 'ausblenden' } as const;
  done(await office.act('jana.petersen', 'aufgabe.arrangeAufgaben', { ...layout, facts: [...layout.facts] }));
  done(await office.act('jana.petersen', 'board.arrangeBoard', { tiles: ['overdue', 'mine'] }));
  await hearOfIt(office);
}

/** What the bell tells is read and marked; a kept filter has a rule of its own, and the nights are quiet. */
async function hearOfIt(office: TestOffice): Promise<void> {
  const { streams } = done(await office.read<NotificationsView>('jana.petersen', '/api/notifications'));
  const ids = streams.flatMap(({ groups }) => groups).flatMap(({ entries }) => entries.map(({ id }) => id));
  done(await office.act('jana.petersen', 'notification.markNotifications', { ids, state: 'read' }));
  done(await office.act('jana.petersen', 'notification.markNotifications', { ids, state: 'unread' }));
  const own = done(await office.read<NotificationRulesView>('jana.petersen', '/api/notifications/rules'));
  const filters = own.filters.map(({ id }) => ({ id, channel: 'os' as const }));
  const quiet = { from: '18:00', until: '07:00', days: [1, 2, 3, 4, 5] satisfies Weekday[] };
  done(await office.act('jana.petersen', 'notification.arrangeNotifications', { ...own.rules, filters, quiet }));
}
