import { DestroyRef, ElementRef, inject, signal, type Signal } from '@angular/core';

/**
 * Whether the host of the component can be seen. Call it in an injection context.
 * @param margin CSS length around the view that still counts as seen, such as `1200px 0px`
 */
export function inView(margin = '0px'): Signal<boolean> {
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const seen = signal(false);
  const observer = new IntersectionObserver((entries) => seen.set(entries.some((entry) => entry.isIntersecting)), {
    rootMargin: margin,
  });
  observer.observe(host);
  inject(DestroyRef).onDestroy(() => observer.disconnect());
  return seen.asReadonly();
}
