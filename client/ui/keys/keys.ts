import { DestroyRef, Directive, inject, input } from '@angular/core';
import { KeyMap, type KeyBinding } from './key-map.js';
import { pressed } from './pressed.js';

/** The keys of a screen, active while the focus lies anywhere inside it. */
@Directive({ selector: '[lmKeys]', host: { '(keydown)': 'key($event)' } })
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
}
