import { effect, inject, untracked } from '@angular/core';
import { Router } from '@angular/router';

/**
 * Opens what nobody has asked for, such as the first row of a list that has just come, unless somebody is on the way to
 * another screen: of two ways the router takes the later one, and a link that was pressed must lead where it says. Call it in
 * an injection context.
 * @param wanted what is to be opened now; null: nothing, or something is open
 */
export function openByItself(wanted: () => string | null, open: (id: string) => void): void {
  const { currentNavigation } = inject(Router);
  effect(() => {
    const [id, underWay] = [wanted(), currentNavigation() !== null];
    if (id !== null && !underWay) untracked(() => open(id));
  });
}
