import { TestBed } from '@angular/core/testing';
import { Asking } from './asking.js';
import { UNREACHABLE } from './refusal.js';

/** A sheet that can be closed. */
function sheet() {
  return { asking: TestBed.runInInjectionContext(() => new Asking()), close: () => TestBed.resetTestingModule() };
}

describe('asking the server from a sheet', () => {
  it('says nothing to a sheet that was closed before the answer came', async () => {
    const { asking, close } = sheet();
    let answer: (value: object) => void = () => undefined;
    const waiting = asking.ask(() => new Promise<object>((resolve) => (answer = resolve)));
    close();
    answer({ version: 2 });
    expect(await waiting).toBeNull();
  });

  it('shows what was said against it and gives no answer', async () => {
    const { asking } = sheet();

    expect(await asking.ask<object>(() => Promise.resolve(UNREACHABLE))).toBeNull();

    expect(asking.refusal()).toBe(UNREACHABLE);
    expect(asking.state()).toBe('ready');
  });

  it('does not ask twice while the first question is on its way', async () => {
    const { asking } = sheet();
    let answer: (value: object) => void = () => undefined;
    const second = jest.fn(() => Promise.resolve({}));
    const waiting = asking.ask(() => new Promise<object>((resolve) => (answer = resolve)));

    expect(asking.state()).toBe('busy');
    expect(await asking.ask(second)).toBeNull();

    expect(second).not.toHaveBeenCalled();
    answer({ version: 2 });
    expect(await waiting).toEqual({ version: 2 });
    expect(asking.state()).toBe('ready');
  });

  it('takes an earlier refusal back with the answer', async () => {
    const { asking } = sheet();
    await asking.ask<object>(() => Promise.resolve(UNREACHABLE));

    expect(await asking.ask(() => Promise.resolve({ version: 3 }))).toEqual({ version: 3 });

    expect(asking.refusal()).toBeNull();
  });
});
