import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { openedPdf } from './opened-pdf.js';
import { openPdf } from './pdf.js';

jest.mock('./pdf.js', () => ({ openPdf: jest.fn() }));

const address = signal('one.pdf');

@Component({ selector: 'lm-desk', changeDetection: ChangeDetectionStrategy.OnPush, template: '' })
class Desk {
  readonly opened = openedPdf(() => address());
}

/** Files that the library is about to open; like its own, each says no by its promise when it is closed. */
function library() {
  const closed: string[] = [];
  const ready: (() => void)[] = [];
  jest.mocked(openPdf).mockImplementation(async (url) => {
    await new Promise<void>((resolve) => ready.push(resolve));
    let refuse: (reason: Error) => void = () => undefined;
    const promise = new Promise((_, reject) => (refuse = reject));
    const destroy = () => {
      closed.push(url);
      refuse(new Error('Worker was destroyed'));
    };
    return { promise, destroy } as unknown as Awaited<ReturnType<typeof openPdf>>;
  });
  return { closed, arrive: () => ready.splice(0).forEach((resolve) => resolve()) };
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
    const { closed, arrive } = library();
    const desk = TestBed.createComponent(Desk);
    desk.detectChanges();
    address.set('two.pdf');
    desk.detectChanges();
    desk.destroy();
    arrive();
    await new Promise((resolve) => setTimeout(resolve));
    process.off('unhandledRejection', hear);
    expect(closed).toEqual(['one.pdf', 'two.pdf']);
    expect(unheard).toEqual([]);
    expect(desk.componentInstance.opened.broken()).toBe(false);
  });
});
