import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { filter, map } from 'rxjs';
import { LiveStream } from '../live/live-stream.js';
import { Session } from '../live/session.js';
import { KeyMap } from '../ui/keys/key-map.js';
import { pressed } from '../ui/keys/pressed.js';
import { focusPane } from '../ui/pane/pane.js';
import { ToastOutlet } from '../ui/toast/toast-outlet.js';
import { DemoBanner } from './frame/demo-banner.js';
import { Footer } from './frame/footer.js';
import { Header } from './frame/header.js';
import { Rail } from './frame/rail.js';
import { UploadList } from './frame/upload-list.js';
import { BarriereSheet } from './help/barriere-sheet.js';
import { KeyHelp } from './help/key-help.js';
import { Palette } from './palette/palette.js';

/** The frame around every screen, and the keys that work everywhere. */
@Component({
  selector: 'lm-app',
  imports: [BarriereSheet, DemoBanner, Footer, Header, KeyHelp, Palette, Rail, RouterOutlet, ToastOutlet, UploadList],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class.framed]': 'framed()', '(document:keydown)': 'key($event)' },
  templateUrl: './app.html',
  styleUrl: './app.css',
})
export class App {
  protected readonly session = inject(Session);
  protected readonly palette = signal<'open' | 'closed'>('closed');
  protected readonly help = signal<'open' | 'closed'>('closed');
  protected readonly telling = signal<'open' | 'closed'>('closed');
  protected readonly framed = computed(() => this.session.person() !== null && !this.url().startsWith('/anmelden'));

  private readonly router = inject(Router);
  private readonly keyMap = inject(KeyMap);
  private readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
    ),
    { initialValue: location.pathname },
  );

  constructor() {
    inject(LiveStream);
    effect(() => {
      const gone = this.session.person() === null;
      untracked(() => gone && this.router.navigated && this.toSignIn());
    });
  }

  protected key(event: KeyboardEvent): void {
    if (!this.framed() || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const binding = pressed(this.everywhere, event, this.keyMap.letters());
    if (!binding) return;
    event.preventDefault();
    binding.run();
  }

  /** The base address would make `#main` leave the screen. */
  protected skip(event: Event): void {
    event.preventDefault();
    document.getElementById('main')?.focus();
  }

  private toSignIn(): void {
    if (this.url().startsWith('/anmelden')) return;
    void this.router.navigate(['/anmelden'], { queryParams: { weiter: this.url() } });
  }

  private readonly everywhere = [
    { key: 'Control+k', label: '', where: 'fields' as const, run: () => this.palette.set('open') },
    { key: 'F6', label: '', where: 'fields' as const, run: () => focusPane(1) },
    { key: 'Shift+F6', label: '', where: 'fields' as const, run: () => focusPane(-1) },
    { key: '?', label: '', run: () => this.help.set('open') },
  ];
}
