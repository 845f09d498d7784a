import { ChangeDetectionStrategy, Component, effect, input, signal } from '@angular/core';
import { darkPath } from './dark-path.js';

/** Quiet zone around the code, as ISO/IEC 18004 demands. */
const QUIET = 4;

/** A QR code, drawn as one path: dark on white in every theme, because cameras expect it. */
@Component({
  selector: 'lm-qr-code',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (drawn(); as code) {
    <svg role="img" [attr.aria-label]="label()" [attr.viewBox]="'0 0 ' + code.size + ' ' + code.size">
      <rect width="100%" height="100%" fill="#fff" />
      <path [attr.d]="code.path" fill="#000" shape-rendering="crispEdges" />
    </svg>
  }`,
  styles: `
    :host {
      display: block;
      width: 200px;
      height: 200px;
    }
    svg {
      width: 100%;
      height: 100%;
    }
  `,
})
export class QrCode {
  readonly text = input.required<string>();
  readonly label = input.required<string>();

  protected readonly drawn = signal<{ readonly size: number; readonly path: string } | null>(null);

  constructor() {
    effect(() => void this.draw(this.text()));
  }

  /** The encoder comes only with the first code: nobody else needs it. */
  private async draw(text: string): Promise<void> {
    const { encodeQR } = await import('qr');
    const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET });
    this.drawn.set({ size: rows.length, path: darkPath(rows) });
  }
}
