import { ChangeDetectionStrategy, Component, inject, output } from '@angular/core';
import { Language, type LanguageCode } from '../../live/language.js';

/** The other language, named in itself, for pages that are seen before anybody has signed in. */
@Component({
  selector: 'lm-language-switch',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (language.code === 'de') {
      <button type="button" lang="en" (click)="switch('en')">English</button>
    } @else {
      <button type="button" lang="de" (click)="switch('de')">Deutsch</button>
    }`,
  styles: `
    button {
      min-height: 24px;
      color: var(--accent);
      text-decoration: underline;
      text-underline-offset: 2px;
    }
  `,
})
export class LanguageSwitch {
  /** The page is about to be loaded anew. */
  readonly leaving = output();

  protected readonly language = inject(Language);

  protected switch(code: LanguageCode): void {
    this.leaving.emit();
    this.language.switch(code);
  }
}
