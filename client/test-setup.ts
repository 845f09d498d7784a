// German is the source language of the templates; without this import every $localize call fails in jsdom.
import '@angular/localize/init';
import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless';

setupZonelessTestEnv();

// jsdom knows the element, but can neither open nor close it.
HTMLDialogElement.prototype.showModal = function open() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};

// jsdom lays nothing out, so nothing ever changes its size.
const nothing = (): void => undefined;
globalThis.ResizeObserver ??= class {
  readonly observe = nothing;
  readonly unobserve = nothing;
  readonly disconnect = nothing;
} as typeof ResizeObserver;
