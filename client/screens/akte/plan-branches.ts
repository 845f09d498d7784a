import { DestroyRef, effect, inject, signal, type Signal, untracked } from '@angular/core';
import type { AktePage, EinheitPage, VorgangPage } from '../../../server/contract/aktenplan-views.js';
import { Api } from '../../live/api.js';
import { LiveStream } from '../../live/live-stream.js';
import { isRefusal, type Refusal } from '../../live/refusal.js';
import { type Branch, type Branches, type NextPage, type PlanEntry, ROOT } from './plan-tree.js';

export interface PlanBranches {
  readonly branches: Signal<Branches>;
  readonly refusal: Signal<Refusal | null>;
  /** Reads what lies below these rows, unless it is there already. The kind of a row decides where to look. */
  unfold(rows: readonly PlanEntry[]): Promise<void>;
  /** Reads the next page below a row. */
  more(parent: string): Promise<void>;
  /** A row that has been read. */
  entry(id: string): PlanEntry | undefined;
}

export interface PlanBranchesOptions {
  /** `plan`: positions only. `offen`: nothing can be filed into a closed Vorgang. */
  readonly shown: () => 'plan' | 'akten' | 'offen';
  /** Day of the plan; empty for today. */
  readonly day: () => string;
}

/** An office has many changes a minute, and a person reads a tree slowly. */
const THROTTLE_MS = 1_000;

/** Reads the Aktenplan branch by branch, a page at a time, and again when something in it changes. */
export function planBranches({ shown, day }: PlanBranchesOptions): PlanBranches {
  const api = inject(Api);
  const branches = signal<Branches>(new Map());
  const refusal = signal<Refusal | null>(null);
  const entries = new Map<string, PlanEntry>();
  const reading = new Map<string, Promise<void>>();
  let round = 0;

  async function page(parent: string, { kind, after }: NextPage): Promise<Branch | null> {
    const answer = await api.get<EinheitPage | AktePage | VorgangPage>(addressOf(parent, kind, after));
    refusal.set(isRefusal(answer) ? answer : null);
    return isRefusal(answer) ? null : branchOf(answer);
  }

  function addressOf(parent: string, kind: NextPage['kind'], after: string): string {
    const query = new URLSearchParams(after === '' ? {} : { after });
    if (kind === 'akten') return `aktenplan/einheiten/${parent}/akten?${query}`;
    if (kind === 'vorgaenge') {
      if (shown() === 'offen') query.set('state', 'offen');
      return `akten/${parent}/vorgaenge?${query}`;
    }
    if (parent !== ROOT) query.set('parent', parent);
    if (day() !== '') query.set('day', day());
    return `aktenplan/einheiten?${query}`;
  }

  /** Reads from `next` on; after the last position of a branch come its Akten. */
  async function readOn(parent: string, next: NextPage): Promise<Branch | null> {
    const read = await page(parent, next);
    if (!read || read.next || next.kind !== 'einheiten' || parent === ROOT || shown() === 'plan') return read;
    const akten = await page(parent, { kind: 'akten', after: '' });
    return akten && { entries: [...read.entries, ...akten.entries], next: akten.next };
  }

  function keep(parent: string, branch: Branch): void {
    for (const entry of branch.entries) entries.set(entry.row.id, entry);
    branches.update((known) => new Map(known).set(parent, branch));
  }

  /** One reading at a time for each row: whoever asks meanwhile waits for it. */
  function alone(parent: string, work: () => Promise<void>): Promise<void> {
    const mine = reading.get(parent) ?? work().finally(() => reading.delete(parent));
    reading.set(parent, mine);
    return mine;
  }

  const first = (kind: PlanEntry['kind']): NextPage => ({
    kind: kind === 'akte' ? 'vorgaenge' : 'einheiten',
    after: '',
  });

  async function readBranch(parent: string, kind: PlanEntry['kind']): Promise<void> {
    const started = round;
    const read = await readOn(parent, first(kind));
    if (read && started === round) keep(parent, read);
  }

  /** Reads a branch again, as many rows of it as were there. */
  async function readAgain(parent: string): Promise<void> {
    const before = branches().get(parent);
    const kind = entries.get(parent)?.kind ?? 'einheit';
    const started = round;
    let read = await readOn(parent, first(kind));
    while (read?.next && before && read.entries.length < before.entries.length) {
      const on = await readOn(parent, read.next);
      read = on && { entries: [...read.entries, ...on.entries], next: on.next };
    }
    if (read && started === round) keep(parent, read);
  }

  // Another day, another plan: everything begins anew at the top.
  effect(() => {
    shown();
    day();
    untracked(() => {
      round += 1;
      reading.clear();
      entries.clear();
      branches.set(new Map());
      void alone(ROOT, () => readBranch(ROOT, 'einheit'));
    });
  });

  let throttle: ReturnType<typeof setTimeout> | undefined;
  const stop = inject(LiveStream).listen((change) => {
    if (change !== 'everything' && !['vorgang', 'akte', 'aktenplan'].includes(change.noun)) return;
    throttle ??= setTimeout(() => {
      throttle = undefined;
      for (const parent of branches().keys()) void alone(parent, () => readAgain(parent));
    }, THROTTLE_MS);
  });
  inject(DestroyRef).onDestroy(() => {
    stop();
    clearTimeout(throttle);
    round += 1;
  });

  return {
    branches: branches.asReadonly(),
    refusal: refusal.asReadonly(),
    unfold: async (rows) => {
      for (const { kind, row } of rows) {
        entries.set(row.id, { kind, row } as PlanEntry);
        if (kind === 'vorgang' || branches().has(row.id)) continue;
        await alone(row.id, () => readBranch(row.id, kind));
      }
    },
    more: (parent) =>
      alone(parent, async () => {
        const before = branches().get(parent);
        const on = before?.next ? await readOn(parent, before.next) : null;
        if (before && on) keep(parent, { entries: [...before.entries, ...on.entries], next: on.next });
      }),
    entry: (id) => entries.get(id),
  };
}

function branchOf(answer: EinheitPage | AktePage | VorgangPage): Branch {
  if ('einheiten' in answer) {
    const entries = answer.einheiten.map((row): PlanEntry => ({ kind: 'einheit', row }));
    return { entries, next: nextPage('einheiten', answer.next) };
  }
  if ('akten' in answer) {
    const entries = answer.akten.map((row): PlanEntry => ({ kind: 'akte', row }));
    return { entries, next: nextPage('akten', answer.next) };
  }
  const entries = [
    ...answer.teilakten.map((row): PlanEntry => ({ kind: 'akte', row })),
    ...answer.vorgaenge.map((row): PlanEntry => ({ kind: 'vorgang', row })),
  ];
  return { entries, next: nextPage('vorgaenge', answer.next) };
}

function nextPage(kind: NextPage['kind'], after: string | null): NextPage | null {
  return after === null ? null : { kind, after };
}
