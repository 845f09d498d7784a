import { Injectable, inject, signal } from '@angular/core';
import { Announcer } from './announcer.js';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly act?: { readonly label: string; readonly run: () => void };
}

/** Long enough to read one sentence and reach the button. Undo never lives here alone: „Zuletzt getan“ keeps it. */
const SHOWN_MS = 8_000;

/** Short results at the edge of the screen, spoken politely. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  readonly shown = signal<readonly Toast[]>([]);

  private readonly announcer = inject(Announcer);
  private next = 0;

  show(text: string, act?: Toast['act']): void {
    const toast: Toast = { id: ++this.next, text, ...(act ? { act } : {}) };
    this.shown.update((toasts) => [...toasts.slice(-2), toast]);
    this.announcer.say(text);
    setTimeout(() => this.dismiss(toast.id), SHOWN_MS);
  }

  dismiss(id: number): void {
    this.shown.update((toasts) => toasts.filter((toast) => toast.id !== id));
  }
}
