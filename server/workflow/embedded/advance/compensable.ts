import type { Compensation, Key, State } from '../state.js';

interface Holder {
  readonly state: State;
}

/** What was completed inside an element instance and can still be undone. */
export function compensableIn({ state }: Holder, scopeKey: Key): readonly Compensation[] {
  return (state.compensations ?? []).filter((compensation) => compensation.scopeKey === scopeKey);
}

export function keepCompensations({ state }: Holder, kept: readonly Compensation[]): void {
  if (kept.length > 0) state.compensations = [...kept];
  else delete state.compensations;
}

/** What an interrupted scope has completed inside is undone by nobody. */
export function forgetCompensable(holder: Holder, scopeKey: Key): void {
  for (const inner of compensableIn(holder, scopeKey)) forgetCompensable(holder, inner.elementKey);
  const all = holder.state.compensations;
  if (all !== undefined)
    keepCompensations(
      holder,
      all.filter((compensation) => compensation.scopeKey !== scopeKey),
    );
}
