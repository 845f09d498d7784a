import { DestroyRef, Directive, inject, input } from '@angular/core';
import { KeyMap, type KeyBinding } from './key-map.js';
import { pressed } from './pressed.js';

/**
 * The keys of a screen, active while the focus lies anywhere inside it, or nowhere: an element that leaves the page takes
 * the focus with it, and whoever works without a pointer must not stand before a deaf screen then.
 */
@Directive({ selector: '[lmKeys]', host: { '(keydown)': 'key($event)', '(document:keydown)': 'keyNowhere($event)' } })
export class Keys {
  readonly bindings = input<readonly KeyBinding[]>([], { alias: 'lmKeys' });

  private readonly map = inject(KeyMap);

  constructor() {
    inject(DestroyRef).onDestroy(this.map.add(() => this.bindings()));
  }

  protected key(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    const binding = pressed(this.bindings(), event, this.map.letters());
    if (!binding) return;
    event.preventDefault();
    binding.run();
  }

  protected keyNowhere(event: KeyboardEvent): void {
    if (event.target === document.body && document.querySelector('dialog[open]') === null) this.key(event);
  }
}
