import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { openedPdf } from './opened-pdf.js';
import type { openPdf } from './pdf.js';

const address = signal('one.pdf');

/** Files that the library is about to open; as with the real one, the promise of each says no when it is closed. */
const library = {
  closed: [] as string[],
  waiting: [] as (() => void)[],
  open: async (url: string) => {
    await new Promise<void>((resolve) => library.waiting.push(resolve));
    let refuse: (reason: Error) => void = () => undefined;
    const promise = new Promise((_, reject) => (refuse = reject));
    const destroy = () => {
      library.closed.push(url);
      refuse(new Error('Worker was destroyed'));
    };
    return { promise, destroy } as unknown as Awaited<ReturnType<typeof openPdf>>;
  },
};

@Component({ selector: 'lm-desk', changeDetection: ChangeDetectionStrategy.OnPush, template: '' })
class Desk {
  readonly opened = openedPdf(() => address(), library.open);
}

describe('a PDF that is opened', () => {
  it('is closed without an error where another one is wanted, or none any more, before the library is there', async () => {
    const unheard: unknown[] = [];
    const hear = (reason: unknown) => unheard.push(reason);
    process.on('unhandledRejection', hear);
    globalThis.ResizeObserver ??= class {
      observe = () => undefined;
      unobserve = () => undefined;
      disconnect = () => undefined;
    };
    const desk = TestBed.createComponent(Desk);
    desk.detectChanges();
    address.set('two.pdf');
    desk.detectChanges();
    desk.destroy();
    for (const arrive of library.waiting) arrive();
    await new Promise((resolve) => setTimeout(resolve));
    process.off('unhandledRejection', hear);
    expect(library.closed).toEqual(['one.pdf', 'two.pdf']);
    expect(unheard).toEqual([]);
    expect(desk.componentInstance.opened.broken()).toBe(false);
  });
});
