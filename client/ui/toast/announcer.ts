import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Injectable, inject } from '@angular/core';

/** Speaks to screen readers: results politely, failures at once (WCAG 4.1.3). */
@Injectable({ providedIn: 'root' })
export class Announcer {
  private readonly live = inject(LiveAnnouncer);

  say(text: string): void {
    void this.live.announce(text, 'polite');
  }

  warn(text: string): void {
    void this.live.announce(text, 'assertive');
  }
}
