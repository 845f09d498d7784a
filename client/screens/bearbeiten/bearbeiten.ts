import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  effect,
  type ElementRef,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { DokumentPlaceView } from '../../../server/contract/dokument-views.js';
import type { VorgangView } from '../../../server/contract/views.js';
import { Acts } from '../../live/acts.js';
import { Api } from '../../live/api.js';
import { Asking } from '../../live/asking.js';
import { Editor } from '../../live/editor.js';
import { isRefusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';
import { Alert } from '../../ui/alert/alert.js';
import { Pane } from '../../ui/pane/pane.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { makeEditorToken, messageOf } from './editor-token.js';

interface Opened {
  readonly address: string;
  readonly token: string;
  readonly expiresAt: string;
}

/**
 * Frames the editor of a Dokument. The token goes to the editor server in a form, so that it stands in no address that the
 * browser remembers; the content security policy lets this page send and frame nothing else.
 */
@Component({
  selector: 'lm-bearbeiten',
  imports: [Alert, Pane, RefusalAlert, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './bearbeiten.html',
  styleUrl: './bearbeiten.css',
  host: { '(window:message)': 'heard($event)' },
})
export class Bearbeiten {
  /** Id of the Dokument. */
  readonly id = input.required<string>();

  private readonly acts = inject(Acts);
  private readonly api = inject(Api);
  private readonly editor = inject(Editor);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly form = viewChild<ElementRef<HTMLFormElement>>('form');
  private readonly frame = viewChild<ElementRef<HTMLIFrameElement>>('frame');
  protected readonly asking = new Asking();
  protected readonly betreff = signal('');
  protected readonly opened = signal<Opened | null>(null);
  protected readonly insecure = signal(false);

  constructor() {
    effect(() => {
      const id = this.id();
      if (id) untracked(() => void this.open(id));
    });
    afterRenderEffect(() => {
      const form = this.form()?.nativeElement;
      const opened = this.opened();
      if (!form || !opened) return;
      form.action = opened.address;
      form.submit();
    });
  }

  protected ttl(expiresAt: string): number {
    return Date.parse(expiresAt);
  }

  protected heard({ origin, data, source }: MessageEvent): void {
    const ours = source === this.frame()?.nativeElement.contentWindow;
    if (!ours || origin !== this.editor.view()?.origin) return;
    if (messageOf(data) === 'UI_Close') void this.router.navigate(['/dokumente', this.id()]);
    // An editor tells nothing more before it knows that somebody listens.
    const ready = JSON.stringify({
      MessageId: 'Host_PostmessageReady',
      SendTime: this.session.now().getTime(),
      Values: {},
    });
    if (messageOf(data) === 'App_LoadingStatus') (source as Window).postMessage(ready, origin);
  }

  private async open(dokumentId: string): Promise<void> {
    this.opened.set(null);
    const made = await makeEditorToken();
    this.insecure.set(made === null);
    if (!made) return;
    await this.editor.load();
    const opened = await this.asking.ask(async () => {
      const place = await this.api.get<DokumentPlaceView>(`dokumente/${dokumentId}`);
      if (isRefusal(place)) return place;
      const vorgang = await this.api.get<VorgangView>(`vorgaenge/${place.vorgangId}`);
      if (isRefusal(vorgang)) return vorgang;
      this.betreff.set(vorgang.register.find(({ id }) => id === dokumentId)?.betreff ?? '');
      return this.acts.run('wopi.openEditor', { dokumentId, tokenHash: made.hash }, this.betreff());
    });
    if (opened && this.id() === dokumentId) this.opened.set({ ...opened, token: made.token });
  }
}
