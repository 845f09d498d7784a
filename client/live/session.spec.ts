import { TestBed } from '@angular/core/testing';
import type { SessionView } from '../../server/contract/views.js';
import { DraftVault } from './draft-vault.js';
import { Session } from './session.js';

const view = { person: { id: 'p' }, now: '2026-11-24T09:00:00.000Z', csrfToken: 't' } as unknown as SessionView;

/** A page whose server gives this answer, or none. */
function page(body: object | null | 'unreachable') {
  globalThis.fetch = (async () => {
    if (body === 'unreachable') throw new TypeError('Failed to fetch');
    return { ok: true, status: 200, text: async () => JSON.stringify(body) };
  }) as unknown as typeof fetch;
  const erased = jest.fn(async () => undefined);
  TestBed.configureTestingModule({ providers: [{ provide: DraftVault, useValue: { erase: erased } }] });
  return { session: TestBed.inject(Session), erased };
}

describe('Session', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('leaves the drafts where they are as long as the server was not reached: the session may go on', async () => {
    const { session, erased } = page('unreachable');
    const loaded = session.load();
    await jest.advanceTimersByTimeAsync(60_000);
    await loaded;
    expect([session.view(), erased.mock.calls.length]).toEqual([null, 0]);
  });

  it('does not look signed out while the server has not heard of it', async () => {
    const { session, erased } = page('unreachable');
    session.take(view);
    expect(await session.signOut()).toBe('stillSignedIn');
    expect([session.view(), session.departures(), erased.mock.calls.length]).toEqual([view, 0, 0]);
  });

  it('erases the drafts when nobody is signed in any more', async () => {
    const { session, erased } = page(null);
    await session.load();
    expect(erased).toHaveBeenCalledTimes(1);
  });

  it('erases the drafts at a sign-out before anything else can be seen', async () => {
    const { session, erased } = page({ leaveTo: null });
    session.take(view);
    await session.signOut();
    expect([erased.mock.calls.length, session.departures(), session.view()]).toEqual([1, 1, null]);
  });

  it('hears of a sign-out on another page of the browser', () => {
    const { session, erased } = page(null);
    session.take(view);
    dispatchEvent(new StorageEvent('storage', { key: 'laufmappe.theme' }));
    expect(session.view()).not.toBeNull();
    dispatchEvent(new StorageEvent('storage', { key: 'laufmappe.departed' }));
    expect([erased.mock.calls.length, session.departures(), session.view()]).toEqual([1, 1, null]);
  });
});
