import { linkedSignal, type Signal, type WritableSignal } from '@angular/core';

/**
 * What a record said when a sheet about it was opened, from the first value that is there. The page behind reads it anew
 * whenever it changes; under the hands of the person it stays, with the version that the person has seen, so that a change by
 * somebody else is refused when it is saved and never overwritten.
 */
export function firstReading<Value>(reading: () => Value): Signal<Value> {
  return settableReading(reading).asReadonly();
}

/** The same, for whoever lets the person go on from a later state. */
export function settableReading<Value>(reading: () => Value): WritableSignal<Value> {
  return linkedSignal<Value, Value>({ source: reading, computation: (now, previous) => previous?.value ?? now });
}
