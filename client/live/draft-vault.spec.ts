import { webcrypto } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { TextDecoder, TextEncoder } from 'node:util';
import { TestBed } from '@angular/core/testing';
import { DraftRows, type SealedDraft } from './draft-rows.js';
import { DraftVault } from './draft-vault.js';

const KEY = 'A'.repeat(43);
const LATER_KEY = 'B'.repeat(42) + 'A';
const DRAFT = { at: '2026-11-24T09:12:00.000Z', data: { bemerkung: 'Abgenommen' } };

/** The disk of a browser; it outlives its pages. */
function disk() {
  const rows = new Map<string, SealedDraft>();
  return {
    rows,
    all: async () => [...rows.values()],
    put: async (row: SealedDraft) => void rows.set(row.id, row),
    remove: async (id: string) => void rows.delete(id),
    clear: async () => rows.clear(),
  };
}

/** A page of this browser. */
function page(of: object): DraftVault {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: [{ provide: DraftRows, useValue: of }] });
  return TestBed.inject(DraftVault);
}

const browserCrypto = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!;

function withCrypto(crypto: object): void {
  Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true, writable: true });
}

describe('DraftVault', () => {
  // jsdom has neither WebCrypto nor the coders of text.
  beforeEach(() => {
    withCrypto(webcrypto);
    Object.assign(globalThis, { TextDecoder, TextEncoder });
  });
  afterEach(() => Object.defineProperty(globalThis, 'crypto', browserCrypto));

  it('gives nothing to a later sign-in of the same person, and removes what it cannot read', async () => {
    const browser = disk();
    const first = page(browser);
    await first.open(KEY, 'jana');
    await first.put('a1', DRAFT);
    expect(await page(browser).open(LATER_KEY, 'jana')).toEqual(new Map());
    expect(browser.rows.size).toBe(0);
  });

  it('gives nothing to somebody else, nor for another Aufgabe, under the same key', async () => {
    const browser = disk();
    const first = page(browser);
    await first.open(KEY, 'jana');
    await first.put('a1', DRAFT);
    const [row] = browser.rows.values();
    browser.rows.clear();
    browser.rows.set('a2', { ...row!, id: 'a2' });
    expect(await page(browser).open(KEY, 'jana')).toEqual(new Map());
    browser.rows.set('a1', row!);
    expect(await page(browser).open(KEY, 'deniz')).toEqual(new Map());
  });

  it('keeps nothing on disk where the browser withholds WebCrypto, or the session has no key', async () => {
    const browser = disk();
    const without = page(browser);
    expect(await without.open('', 'jana')).toEqual(new Map());
    withCrypto({ getRandomValues: webcrypto.getRandomValues.bind(webcrypto) });
    expect(await without.open(KEY, 'jana')).toEqual(new Map());
    await without.put('a1', DRAFT);
    expect(browser.rows.size).toBe(0);
  });

  it('goes on without a disk that refuses, and asks it no more', async () => {
    const asked: string[] = [];
    const full = async (row: { id: string }) => {
      asked.push(row.id);
      throw new DOMException('full', 'QuotaExceededError');
    };
    const vault = page({ ...disk(), put: full });
    await vault.open(KEY, 'jana');
    await vault.put('a1', DRAFT);
    await vault.put('a2', DRAFT);
    expect(asked).toEqual(['a1']);
    expect(await page({ ...disk(), all: full }).open(KEY, 'jana')).toEqual(new Map());
  });

  it('does not wait for a disk that hangs', async () => {
    jest.useFakeTimers();
    try {
      const hanging = page({ ...disk(), all: () => new Promise(() => {}), clear: () => new Promise(() => {}) });
      let found: unknown;
      void Promise.all([hanging.open(KEY, 'jana'), hanging.erase()]).then(([drafts]) => (found = drafts));
      while (found === undefined) {
        await jest.advanceTimersByTimeAsync(1_000);
        await setImmediate();
      }
      expect(found).toEqual(new Map());
    } finally {
      jest.useRealTimers();
    }
  });

  it('writes nothing any more after it was emptied, not even what was on its way', async () => {
    const browser = disk();
    const vault = page(browser);
    await vault.open(KEY, 'jana');
    await vault.put('a1', DRAFT);
    const onItsWay = vault.put('a2', DRAFT);
    await vault.erase();
    await onItsWay;
    await vault.put('a3', DRAFT);
    expect(browser.rows.size).toBe(0);
  });

  it('gives the newest draft to the next page of the same sign-in, and nothing readable lies on the disk', async () => {
    const browser = disk();
    const first = page(browser);
    await first.open(KEY, 'jana');
    const strokes = [{ ...DRAFT, data: { bemerkung: 'Ab' } }, DRAFT].map((draft) => first.put('a1', draft));
    await Promise.all([...strokes, first.put('a2', DRAFT), first.put('a2', null)]);
    expect([...browser.rows.keys()]).toEqual(['a1']);
    expect(Buffer.from(browser.rows.get('a1')!.sealed).toString('latin1')).not.toContain('Abgenommen');
    expect(await page(browser).open(KEY, 'jana')).toEqual(new Map([['a1', DRAFT]]));
  });

  it('never uses a nonce twice', async () => {
    const browser = disk();
    const vault = page(browser);
    await vault.open(KEY, 'jana');
    const nonces = new Set<string>();
    for (let stroke = 0; stroke < 5; stroke++) {
      await vault.put('a1', DRAFT);
      nonces.add(browser.rows.get('a1')!.nonce.join());
    }
    expect(nonces.size).toBe(5);
  });
});
