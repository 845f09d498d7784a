import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { LiveChange } from '../../../server/contract/views.js';
import { Api } from '../../live/api.js';
import { LiveStream } from '../../live/live-stream.js';
import { Session } from '../../live/session.js';
import { AufgabenAhead } from './aufgaben-ahead.js';

function someAhead() {
  const asked: string[] = [];
  const get = (path: string) => {
    asked.push(path);
    return Promise.resolve({ id: path });
  };
  let hear: (change: LiveChange | 'everything') => void = () => undefined;
  const listen = (ear: typeof hear) => {
    hear = ear;
    return () => undefined;
  };
  const person = signal({ id: 'jana' });
  TestBed.configureTestingModule({
    providers: [
      { provide: Api, useValue: { get } },
      { provide: LiveStream, useValue: { listen } },
      { provide: Session, useValue: { person } },
    ],
  });
  const ahead = TestBed.inject(AufgabenAhead);
  TestBed.tick();
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return {
    ahead,
    asked,
    person,
    settled,
    change: (id: string) => hear({ noun: 'aufgabe', id, act: '' }),
  };
}

describe('AufgabenAhead', () => {
  it('gives nothing that has changed since it was read', async () => {
    const { ahead, settled, change } = someAhead();
    ahead.read(['a']);
    await settled();
    change('a');
    expect(ahead.take('aufgaben/a')).toBeNull();
  });

  it('gives nothing that changed while it was on its way', async () => {
    const { ahead, settled, change } = someAhead();
    ahead.read(['a']);
    change('a');
    await settled();
    expect(ahead.take('aufgaben/a')).toBeNull();
  });

  it('gives nobody what somebody else has read', async () => {
    const { ahead, person, settled } = someAhead();
    ahead.read(['a']);
    await settled();
    person.set({ id: 'deniz' });
    TestBed.tick();
    expect(ahead.take('aufgaben/a')).toBeNull();
  });

  it('reads the next three, each once, without marking them as read, and gives each once', async () => {
    const { ahead, asked, settled } = someAhead();
    ahead.read(['a', 'b', 'c', 'd']);
    await settled();
    ahead.read(['b', 'c', 'd', 'e']);
    await settled();
    expect(asked).toEqual(['a', 'b', 'c', 'd'].map((id) => `aufgaben/${id}?reading=ahead`));
    expect(ahead.take('aufgaben/a')).toBeNull();
    expect(ahead.take('aufgaben/b')).toMatchObject({ id: 'aufgaben/b?reading=ahead' });
    expect(ahead.take('aufgaben/b')).toBeNull();
  });
});
