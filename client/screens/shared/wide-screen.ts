import { DestroyRef, inject, signal, type Signal } from '@angular/core';

/** Whether panes stand beside each other (from 1200 px) or one at a time. Call it in an injection context. */
export function wideScreen(): Signal<boolean> {
  const query = matchMedia('(min-width: 1200px)');
  const wide = signal(query.matches);
  const follow = () => wide.set(query.matches);
  query.addEventListener('change', follow);
  inject(DestroyRef).onDestroy(() => query.removeEventListener('change', follow));
  return wide.asReadonly();
}
