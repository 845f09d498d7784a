import { TestBed } from '@angular/core/testing';
import type { NotificationEntry, NotificationsView } from '../../../server/contract/notification-views.js';
import { SystemSign } from './system-sign.js';

const shown: { title: string; body: string; onclick?: () => void }[] = [];

/** What the browser has, for the time of one test. */
class Played {
  static permission: NotificationPermission = 'granted';
  static requestPermission = () => Promise.resolve((Played.permission = 'granted'));
  onclick?: () => void;

  constructor(title: string, { body = '' }: NotificationOptions) {
    shown.push(Object.assign(this, { title, body }));
  }

  close(): void {
    this.onclick = undefined as never;
  }
}

const entry = (at: string, own: Partial<NotificationEntry> = {}): NotificationEntry => ({
  ...{ id: at, kind: 'new', at, state: 'unread', channel: 'os' },
  aufgabe: { id: 'a', titel: { de: 'Prüfen: Margarete Oldenhoff', en: 'Check: Margarete Oldenhoff' } },
  ...own,
});
const view = (entries: NotificationEntry[], sign: NotificationsView['sign'] = 'shown'): NotificationsView => ({
  ...{ unread: entries.length, sign, again: 60 },
  streams: [{ kind: 'own', fuer: null, groups: [{ vorgang: null, ersuchen: null, entries }] }],
});
const bodies = () => shown.map(({ body }) => body);

beforeEach(() => {
  shown.length = 0;
  Played.permission = 'granted';
  // The window of these tests has no focus to give.
  Object.assign(globalThis, { Notification: Played, focus: () => undefined });
});
afterEach(() => Reflect.deleteProperty(globalThis, 'Notification'));

function sign(): SystemSign {
  return TestBed.inject(SystemSign);
}

describe('SystemSign', () => {
  it('shows nothing of what was there before, of what is for the page alone or read, and nothing in quiet hours', () => {
    const system = sign();
    const open = () => undefined;
    system.tell(view([entry('1')]), open);
    system.tell(view([entry('2', { channel: 'app' }), entry('1')]), open);
    system.tell(view([entry('3', { state: 'read' })]), open);
    system.tell(view([entry('4')], 'quiet'), open);
    system.tell(view([entry('4')]), open);
    expect(bodies()).toEqual([]);
  });

  it('shows nothing where the person has not allowed it, or the browser has no such thing', () => {
    Played.permission = 'denied';
    const system = sign();
    for (const at of ['1', '2']) system.tell(view([entry(at)]), () => undefined);
    expect([system.permit(), bodies()]).toEqual(['denied', []]);
    Reflect.deleteProperty(globalThis, 'Notification');
    TestBed.resetTestingModule();
    expect(sign().permit()).toBe('missing');
  });

  it('says that something waits, once for all that is new, and never whose it is', () => {
    const system = sign();
    let opened = 0;
    for (const entries of [[], [entry('1')], [entry('3'), entry('2'), entry('1')], [entry('4', { kind: 'overdue' })]]) {
      system.tell(view(entries), () => (opened += 1));
    }
    expect(bodies()).toEqual([
      ...['Eine neue Aufgabe wartet.', 'Neue Aufgaben warten.', 'Es gibt Neues in der Laufmappe.'],
    ]);
    shown[0]?.onclick?.();
    expect(opened).toBe(1);
  });

  it('begins anew for whoever signs in next', () => {
    const system = sign();
    system.tell(view([]), () => undefined);
    system.forget();
    system.tell(view([entry('1')]), () => undefined);
    expect(bodies()).toEqual([]);
  });

  it('asks the browser once', async () => {
    Played.permission = 'default';
    const system = sign();
    await system.ask();
    expect(system.permit()).toBe('granted');
  });
});
