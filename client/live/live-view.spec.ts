import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Api } from './api.js';
import { LiveStream } from './live-stream.js';
import { liveView } from './live-view.js';
import { UNREACHABLE } from './refusal.js';

/** A view of a record that is named by a record of the page around it. */
function shown() {
  const asked: string[] = [];
  const get = (path: string) => {
    asked.push(path);
    return Promise.resolve({ path });
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: Api, useValue: { get } },
      { provide: LiveStream, useValue: { listen: () => () => undefined } },
    ],
  });
  const record = signal({ id: 'a', version: 1 });
  const ahead = new Map<string, { path: string }>();
  const view = TestBed.runInInjectionContext(() =>
    liveView<{ path: string }>(() => `akten/${record().id}`, [], { ahead: (address) => ahead.get(address) ?? null }),
  );
  const settled = async () => {
    TestBed.tick();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { ahead, asked, record, view, settled };
}

/** A view over a line that gives these answers. */
function away(answer: () => object) {
  TestBed.configureTestingModule({
    providers: [
      { provide: Api, useValue: { get: () => Promise.resolve(answer()) } },
      { provide: LiveStream, useValue: { listen: () => () => undefined } },
    ],
  });
  return { view: TestBed.runInInjectionContext(() => liveView<object>(() => 'akten/a', [])) };
}

describe('liveView', () => {
  it('begins empty with another address', async () => {
    const { record, view, settled } = shown();
    await settled();
    expect(view.value()).toEqual({ path: 'akten/a' });
    record.set({ id: 'b', version: 1 });
    TestBed.tick();
    expect(view.value()).toBeNull();
    await settled();
    expect(view.value()).toEqual({ path: 'akten/b' });
  });

  it('keeps what is shown while its address says the same, so that no sheet in it closes', async () => {
    const { asked, record, view, settled } = shown();
    await settled();
    record.set({ id: 'a', version: 2 });
    await settled();
    expect(view.value()).toEqual({ path: 'akten/a' });
    expect(asked).toEqual(['akten/a']);
  });

  it('shows what was read ahead at once, and then what the server says', async () => {
    const { ahead, record, view, settled } = shown();
    await settled();
    ahead.set('akten/b', { path: 'read ahead' });
    record.set({ id: 'b', version: 1 });
    TestBed.tick();
    expect([view.value(), view.state()]).toEqual([{ path: 'read ahead' }, 'ready']);
    await settled();
    expect(view.value()).toEqual({ path: 'akten/b' });
  });

  it('keeps what is shown while the server is away, and reads it again by itself', async () => {
    jest.useFakeTimers();
    try {
      let answer: object = { path: 'first' };
      const { view } = away(() => answer);
      TestBed.tick();
      await jest.advanceTimersByTimeAsync(0);
      answer = UNREACHABLE;
      void view.reload();
      await jest.advanceTimersByTimeAsync(5_000);
      expect([view.value(), view.refusal()]).toEqual([{ path: 'first' }, null]);
      answer = { path: 'second' };
      await jest.advanceTimersByTimeAsync(10_000);
      expect(view.value()).toEqual({ path: 'second' });
    } finally {
      jest.useRealTimers();
    }
  });

  it('says that the server is away where there is nothing to show yet, until there is', async () => {
    jest.useFakeTimers();
    try {
      let answer: object = UNREACHABLE;
      const { view } = away(() => answer);
      TestBed.tick();
      await jest.advanceTimersByTimeAsync(1_000);
      expect(view.refusal()).toBeNull();
      await jest.advanceTimersByTimeAsync(2_000);
      expect(view.refusal()).toBe(UNREACHABLE);
      answer = { path: 'first' };
      await jest.advanceTimersByTimeAsync(10_000);
      expect([view.value(), view.refusal()]).toEqual([{ path: 'first' }, null]);
    } finally {
      jest.useRealTimers();
    }
  });
});
