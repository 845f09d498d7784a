import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { NotificationEntry, NotificationsView } from '../../../server/contract/notification-views.js';
import { shownWith } from '../../screens/shared/sheet.testing.js';
import { NotificationSheet } from './notification-sheet.js';

const entry = (id: string, own: Partial<NotificationEntry> = {}): NotificationEntry => ({
  ...{ id, kind: 'new', at: '2026-11-24T09:00:00Z', state: 'unread', channel: 'app' },
  aufgabe: { id: `a-${id}`, titel: { de: `Prüfen ${id}`, en: `Check ${id}` } },
  ...own,
});
const vorgang = { id: 'v', aktenzeichen: '20.31.05-0001', betreff: 'Fassade' };
const view: NotificationsView = {
  ...{ unread: 3, sign: 'shown', again: 3_600 },
  streams: [
    {
      kind: 'own',
      fuer: null,
      groups: [{ vorgang, ersuchen: null, entries: [entry('1'), entry('2', { state: 'read' })] }],
    },
    {
      kind: 'digest',
      fuer: null,
      groups: [{ vorgang: null, ersuchen: null, entries: [entry('3', { kind: 'taken', aufgabe: null })] }],
    },
    {
      ...{ kind: 'vertretung', fuer: { id: 'p', name: 'Jana Petersen' } },
      groups: [{ vorgang, ersuchen: null, entries: [entry('4', { kind: 'overdue' })] }],
    },
  ],
};
const refused = {
  ...{ kind: 'rejection', code: 'platform.stale', status: 409, reasons: [], link: null },
  ...{ message: { de: 'Ging nicht.', en: 'Failed.' }, remedy: { de: 'Noch einmal.', en: 'Again.' } },
};
const sheet = (answer: object = { changed: [] }) =>
  shownWith(NotificationSheet, { view }, { 'notification.mark': answer, 'acts/notification.mark': answer });

describe('NotificationSheet', () => {
  it('says what was refused, and offers to mark nothing where nothing is unread', async () => {
    const { element, press, give } = await sheet(refused);
    await press('Alle als gelesen vermerken');
    expect(element.textContent).toContain('Ging nicht.');
    await give({ view: { ...view, unread: 0, streams: [] } });
    expect(element.textContent).not.toContain('Alle als gelesen');
  });

  it('leads to Vorgang and Aufgabe, and to nothing that the person may not see', async () => {
    const { element } = await sheet();
    const links = [...element.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/akten/v', '/aufgaben/a-1', '/aufgaben/a-2', '/akten/v', '/aufgaben/a-4']);
    expect(element.textContent).toContain('Vorgang, den Sie nicht mehr sehen');
  });

  it('F39 leads to the Ersuchen that wait, and says whose it is', async () => {
    const ersuchen = { id: 'e', other: 'Gemeinde Ostfeld', betreff: 'Halterauskunft' };
    const { element, give } = await sheet();
    const groups = [{ vorgang: null, ersuchen, entries: [entry('5', { kind: 'asked', aufgabe: null })] }];
    await give({ view: { ...view, streams: [{ kind: 'own', fuer: null, groups }] } });
    expect(element.querySelector('a')?.getAttribute('href')).toBe('/ersuchen');
    expect(element.querySelector('a')?.textContent).toBe('Ersuchen von „Gemeinde Ostfeld“');
    expect(element.textContent).toContain('Halterauskunft');
    expect(element.textContent).toContain('Bittet um Hilfe');
    expect(element.textContent).not.toContain('nicht mehr sehen');
  });

  it('puts each stream below its heading', async () => {
    const { element } = await sheet();
    expect([...element.querySelectorAll('h3')].map((heading) => heading.textContent)).toEqual([
      ...['Für mich', 'Zusammenfassung von 07:30 Uhr', 'In Vertretung für Jana Petersen'],
    ]);
  });

  it('marks all that is unread, in one act', async () => {
    const { sent, press } = await sheet();
    await press('Alle als gelesen vermerken');
    expect(sent).toEqual([['notification.markNotifications', { ids: ['1', '3', '4'], state: 'read' }]]);
  });

  it('marks by the way what is opened, and closes', async () => {
    const { element, sent, instance } = await sheet();
    const gone: string[] = [];
    const router = TestBed.inject(Router);
    router.navigateByUrl = (url) => Promise.resolve(gone.push(String(url)) > 0);
    let closed = 0;
    instance.closed.subscribe(() => (closed += 1));
    element.querySelector<HTMLElement>('a[href="/aufgaben/a-4"]')?.click();
    expect(sent).toEqual([['acts/notification.markNotifications', { ids: ['4'], state: 'read' }]]);
    element.querySelector<HTMLElement>('a[href="/aufgaben/a-2"]')?.click();
    expect([sent.length, closed, gone]).toEqual([1, 2, ['/aufgaben/a-4', '/aufgaben/a-2']]);
  });
});
