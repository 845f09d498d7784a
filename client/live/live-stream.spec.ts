import { TestBed } from '@angular/core/testing';
import type { SessionView } from '../../server/contract/views.js';
import { LiveStream } from './live-stream.js';
import { Session } from './session.js';

/** The browser's EventSource, driven by the test. */
class Line extends EventTarget {
  static all: Line[] = [];
  state: 'open' | 'closed' = 'open';

  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
    Line.all.push(this);
  }

  close(): void {
    this.state = 'closed';
  }

  say(event: string, data?: object): void {
    this.dispatchEvent(new MessageEvent(event, data ? { data: JSON.stringify(data) } : {}));
  }
}

const person = { person: { id: 'p', name: 'Jana', unit: '', roles: [], permissions: [] } } as unknown as SessionView;

describe('LiveStream', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    Line.all = [];
    globalThis.EventSource = Line as unknown as typeof EventSource;
  });
  afterEach(() => jest.useRealTimers());

  function signedIn() {
    const stream = TestBed.inject(LiveStream);
    TestBed.inject(Session).view.set(person);
    TestBed.tick();
    const heard: unknown[] = [];
    stream.listen((change) => heard.push(change));
    return { stream, heard, line: () => Line.all.at(-1)! };
  }

  it('opens no line before the sign-in and closes it after the sign-out', () => {
    TestBed.inject(LiveStream);
    TestBed.tick();
    expect(Line.all).toEqual([]);
    const { line } = signedIn();
    TestBed.inject(Session).view.set(null);
    TestBed.tick();
    expect(line().state).toBe('closed');
  });

  it('does not call itself connected before the server has said a word', () => {
    const { stream, line } = signedIn();
    expect(stream.connection().state).toBe('connecting');
    line().say('open');
    expect(stream.connection().state).toBe('connected');
  });

  it('is offline when the heartbeat stays away, although no error came', () => {
    const { stream, line } = signedIn();
    line().say('open');
    jest.advanceTimersByTime(44_000);
    line().say('heartbeat');
    jest.advanceTimersByTime(44_000);
    expect(stream.connection().state).toBe('connected');
    jest.advanceTimersByTime(2_000);
    expect(stream.connection().state).toBe('offline');
  });

  it('comes back by itself and has everything read again, because changes were missed', () => {
    const { stream, heard, line } = signedIn();
    line().say('open');
    line().say('error');
    expect(stream.connection().state).toBe('offline');
    jest.advanceTimersByTime(10_000);
    expect(Line.all).toHaveLength(2);
    line().say('open');
    expect(stream.connection().state).toBe('connected');
    expect(heard).toEqual(['everything']);
  });

  it('keeps its line when the session of the same person is read again', () => {
    const { line } = signedIn();
    const first = line();
    TestBed.inject(Session).view.set({ ...person, person: { ...person.person } });
    TestBed.tick();
    expect(line()).toBe(first);
    expect(first.state).toBe('open');
  });

  it('hands every change on, until nobody listens', () => {
    const { stream, heard, line } = signedIn();
    const change = { noun: 'aufgabe', id: 'a', act: 'aufgabe.completeAufgabe' };
    const stop = stream.listen(() => heard.push('second'));
    stop();
    line().say('change', change);
    expect(heard).toEqual([change]);
  });
});
