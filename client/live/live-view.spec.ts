import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Api } from './api.js';
import { LiveStream } from './live-stream.js';
import { liveView } from './live-view.js';

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
  const view = TestBed.runInInjectionContext(() => liveView<{ path: string }>(() => `akten/${record().id}`, []));
  const settled = async () => {
    TestBed.tick();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { asked, record, view, settled };
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
});
