import { DestroyRef, inject } from '@angular/core';

/**
 * Whether the component is still on screen. An answer may come after its sheet was closed, over a slow line or one that was away:
 * what it would say to the page around it is then said to nobody. Call it in an injection context.
 */
export function stillHere(): () => boolean {
  let here = true;
  inject(DestroyRef).onDestroy(() => (here = false));
  return () => here;
}
