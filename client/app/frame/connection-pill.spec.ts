import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ActSender } from '../../live/act-sender.js';
import { LiveStream, type Connection } from '../../live/live-stream.js';
import { Announcer } from '../../ui/toast/announcer.js';
import { ConnectionPill } from './connection-pill.js';

const SINCE: Connection = { state: 'offline', since: new Date('2026-11-24T08:12:00.000Z') };

function pill(first: Connection, { waiting = 0, held = 0 } = {}, connection = signal(first)) {
  const spoken: string[] = [];
  TestBed.configureTestingModule({
    providers: [
      { provide: LiveStream, useValue: { connection } },
      { provide: Announcer, useValue: { say: (text: string) => spoken.push(text) } },
      { provide: ActSender, useValue: { waiting: signal(waiting), held: signal(held) } },
    ],
  });
  const fixture = TestBed.createComponent(ConnectionPill);
  TestBed.tick();
  const element = fixture.nativeElement as HTMLElement;
  return { words: element.textContent, spoken, state: element.className };
}

describe('the state of the line', () => {
  it.each<[string, Connection, object, string]>([
    ['the server has not said a word yet', { state: 'connecting' }, {}, 'Verbinde …'],
    ['the line is broken', SINCE, {}, 'Offline seit 09:12'],
    ['changes wait for it', SINCE, { waiting: 3, held: 3 }, 'Offline seit 09:12 · 3 Änderungen warten'],
    [
      'a change did not get through, and the stream does not know yet',
      { state: 'connected' },
      { waiting: 1, held: 1 },
      '1 Änderung wartet',
    ],
    ['changes are on their way', { state: 'connected' }, { waiting: 2 }, '2 Änderungen werden gesendet'],
    ['all is well', { state: 'connected' }, {}, 'Verbunden'],
  ])('reads when %s', (_, connection, counts, words) => {
    expect(pill(connection, counts).words).toBe(words);
  });

  it('says nothing of acts that are sent, and tells of a broken line and of its end', () => {
    const connection = signal<Connection>({ state: 'connecting' });
    const { spoken } = pill({ state: 'connecting' }, { waiting: 1 }, connection);
    for (const state of [{ state: 'connected' }, SINCE, { state: 'connecting' }, { state: 'connected' }] as const) {
      connection.set(state);
      TestBed.tick();
    }
    expect(spoken).toEqual(['Offline seit 09:12', 'Wieder verbunden']);
  });

  it('never looks connected while something waits', () => {
    expect(pill({ state: 'connected' }, { waiting: 1, held: 1 }).state).toBe('held');
  });
});
