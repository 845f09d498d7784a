import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { DraftVault, type Draft } from '../../live/draft-vault.js';
import { Session } from '../../live/session.js';
import { Drafts } from './drafts.js';

const NOW = '2026-11-24T09:12:00.000Z';

/** A vault whose pages share the drafts of one key; what another key has written is gone. */
function vault() {
  const lying = new Map<string, { key: string; draft: Draft }>();
  let key = '';
  return {
    lying,
    open: async (draftKey: string) => {
      key = draftKey;
      for (const [id, row] of lying) if (row.key !== key) lying.delete(id);
      return new Map([...lying].map(([id, { draft }]) => [id, draft]));
    },
    put: (id: string, draft: Draft | null) => {
      if (draft) lying.set(id, { key, draft });
      else lying.delete(id);
    },
  };
}

async function opened(disk = vault()) {
  TestBed.resetTestingModule();
  const view = signal<{ person: { id: string }; draftKey: string } | null>(null);
  const departures = signal(0);
  const session = { view, departures, now: () => new Date(NOW) };
  TestBed.configureTestingModule({
    providers: [
      { provide: Session, useValue: session },
      { provide: DraftVault, useValue: disk },
    ],
  });
  const drafts = TestBed.inject(Drafts);
  const become = async (id: string | null, draftKey = `first key of ${id}`) => {
    view.set(id === null ? null : { person: { id }, draftKey });
    TestBed.tick();
    await Promise.resolve().then(() => Promise.resolve());
  };
  await become('jana');
  return { drafts, departures, become, disk };
}

async function typed() {
  const page = await opened();
  page.drafts.keep('a1', { bemerkung: 'Abgenommen' });
  return page;
}

describe('Drafts', () => {
  it('go with a sign-out', async () => {
    const { drafts, departures, become } = await typed();
    departures.set(1);
    await become(null);
    await become('jana', 'second key');
    expect(drafts.get('a1')).toBeUndefined();
  });

  it('are not found by whoever signs in after a session has ended', async () => {
    const { drafts, become } = await typed();
    await become(null);
    await become('deniz');
    expect(drafts.get('a1')).toBeUndefined();
    await become('jana', 'second key');
    expect(drafts.get('a1')).toBeUndefined();
  });

  it('do not come back once they are given up or sent', async () => {
    const { drafts, disk } = await typed();
    drafts.drop('a1');
    expect((await opened(disk)).drafts.get('a1')).toBeUndefined();
  });

  it('are not ready before an earlier page has been asked', async () => {
    const { drafts, become } = await typed();
    expect(drafts.state()).toBe('ready');
    const opening = become('jana', 'second key');
    expect(drafts.state()).toBe('opening');
    await opening;
    expect(drafts.state()).toBe('ready');
  });

  it('are there again for the same person after a session has ended, and lie under the key of the new one', async () => {
    const { drafts, become, disk } = await typed();
    await become(null);
    await become('jana', 'second key');
    expect(drafts.get('a1')?.data).toEqual({ bemerkung: 'Abgenommen' });
    expect(disk.lying.get('a1')).toMatchObject({ key: 'second key', draft: { data: { bemerkung: 'Abgenommen' } } });
  });

  it('stay as they are when the session of the same person is read again', async () => {
    const { drafts, become } = await typed();
    drafts.keep('a1', { bemerkung: 'Abgenommen am 18.' });
    await become('jana');
    expect(drafts.get('a1')?.data).toEqual({ bemerkung: 'Abgenommen am 18.' });
  });

  it('are there again on a new page of the same session, with the time of the last key stroke', async () => {
    const { disk } = await typed();
    expect((await opened(disk)).drafts.get('a1')).toEqual({ at: NOW, data: { bemerkung: 'Abgenommen' } });
  });
});
