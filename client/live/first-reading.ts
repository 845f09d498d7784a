import { linkedSignal, type Signal } from '@angular/core';

/**
 * What a record said when a sheet about it was opened. The page behind reads it anew whenever it changes; under the hands of
 * the person it stays, and a change by somebody else is told when it is saved, by the version.
 */
export function firstReading<Value>(reading: () => Value | null): Signal<Value | null> {
  return linkedSignal<Value | null, Value | null>({
    source: reading,
    computation: (now, previous) => previous?.value ?? now,
  }).asReadonly();
}
