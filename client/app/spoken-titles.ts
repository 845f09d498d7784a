import { inject, Injectable } from '@angular/core';
import { DefaultTitleStrategy, type RouterStateSnapshot } from '@angular/router';
import { Announcer } from '../ui/toast/announcer.js';

/**
 * Says the name of each screen that takes the place of another (WCAG 4.1.3): a screen reader tells the title only of a page
 * that the browser loads.
 */
@Injectable()
export class SpokenTitles extends DefaultTitleStrategy {
  private readonly announcer = inject(Announcer);

  override updateTitle(snapshot: RouterStateSnapshot): void {
    const before = document.title;
    super.updateTitle(snapshot);
    if (document.title !== before) this.announcer.say(document.title);
  }
}
