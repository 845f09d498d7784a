import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { PICKUP_CODE, type PickupView } from '../../../server/contract/weitergabe-views.js';
import { Api } from '../../live/api.js';
import { Asking } from '../../live/asking.js';
import { byteSize, date } from '../../locale/format.js';
import { Alert } from '../../ui/alert/alert.js';
import { Button } from '../../ui/button/button.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { readCode } from '../shared/make-secret.js';
import { LanguageSwitch } from '../shared/language-switch.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { KINDS } from '../weitergabe/words.js';

/**
 * F13: where the link of a hand-over leads. Whoever has link and code sees what waits for them and fetches it, without an
 * account. The token stands behind the # of the address, which browsers send to no server, and is taken off it at once.
 */
@Component({
  selector: 'lm-abholen',
  imports: [Alert, Button, Control, Field, LanguageSwitch, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './abholen.html',
  styleUrl: './abholen.css',
})
export class Abholen {
  private readonly api = inject(Api);
  protected readonly token = signal('');
  protected readonly asking = new Asking();
  protected readonly code = signal('');
  protected readonly found = signal<PickupView | null>(null);
  protected readonly download = signal<'not yet' | 'begun'>('not yet');
  protected readonly complete = computed(() => PICKUP_CODE.test(this.code()));
  protected readonly kinds = KINDS;
  protected readonly day = date;
  protected readonly size = byteSize;
  private readonly form = viewChild<ElementRef<HTMLFormElement>>('form');

  constructor() {
    this.open(location.hash.slice(1));
    // Another link in the same tab changes only what stands behind the #, and makes no new page.
    inject(ActivatedRoute)
      .fragment.pipe(takeUntilDestroyed())
      .subscribe((fragment) => this.open(fragment ?? ''));
  }

  /** The other language loads the page anew: it shall find the token again. */
  protected keepToken(): void {
    history.replaceState(history.state, '', `${location.pathname}#${this.token()}`);
  }

  protected take(event: Event): void {
    this.code.set(readCode((event.target as HTMLInputElement).value));
  }

  protected async look(event: Event): Promise<void> {
    event.preventDefault();
    if (this.complete()) await this.ask();
  }

  /** A form of the browser's own: it streams to the disk whatever its size, which a script cannot. */
  protected fetch(): void {
    this.download.set('begun');
    this.form()?.nativeElement.submit();
  }

  /** Something came that was no download: a refusal. What it says is asked for, because a frame must not show it. */
  protected async refused(): Promise<void> {
    if (this.download() === 'not yet') return;
    this.download.set('not yet');
    await this.ask();
  }

  private open(token: string): void {
    if (token === '') return;
    this.token.set(token);
    this.found.set(null);
    // Neither the history of the browser nor a picture of the page shall hold it.
    history.replaceState(history.state, '', location.pathname);
  }

  private async ask(): Promise<void> {
    const request = { token: this.token(), code: this.code() };
    this.found.set(await this.asking.ask(() => this.api.post<PickupView>('weitergaben/pickup', request)));
  }
}
