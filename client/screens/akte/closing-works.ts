import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ClosingKind, ClosingView } from '../../../server/contract/closing-views.js';
import { ACTS } from '../../../server/contract/acts.js';
import { Acts } from '../../live/acts.js';
import { Asking } from '../../live/asking.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Session } from '../../live/session.js';
import { Button } from '../../ui/button/button.js';
import { Icon } from '../../ui/icon/icon.js';
import { RefusalAlert } from '../shared/refusal-alert.js';

/** How far it is with what z. d. A. has started: bin, Protokoll and Aufgaben, archive renditions. Silent once all is done. */
@Component({
  selector: 'lm-closing-works',
  imports: [Button, Icon, RefusalAlert],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (works().length > 0) {
    <section aria-labelledby="closing-works">
      <h2 class="section-title" id="closing-works" role="status">
        <span i18n="@@closing.progress">Abschlussarbeiten: {{ done() }} von {{ works().length }} fertig</span>
      </h2>
      @if (done() < works().length) {
        <ul>
          @for (work of works(); track work.kind) {
            <li>
              <lm-icon [name]="icons[work.state]" [size]="16" />
              <span
                >{{ words(work.kind) }}: {{ stateWords(work.state) }}
                @for (reason of work.reasons; track reason.de) {
                  <span class="reason">{{ language.pick(reason) }} {{ language.pick(reason.remedy) }}</span>
                }
              </span>
            </li>
          }
        </ul>
        @if (failed() && session.may('akte.close')) {
          <button lmButton type="button" size="small" [disabled]="asking.state() === 'busy'" (click)="retry()">
            {{ language.pick(retryLabel) }}
          </button>
        }
        @if (asking.refusal(); as reason) {
          <lm-refusal-alert [refusal]="reason" />
        }
      }
    </section>
  }`,
  styles: `
    section {
      padding: 10px var(--inset);
      border-top: 1px solid var(--line);
      font-size: 0.8125rem;
    }
    h2 + ul {
      margin-top: 6px;
    }
    ul {
      display: grid;
      gap: 4px;
      margin: 0 0 8px;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      gap: 8px;
      align-items: start;
    }
    .reason {
      display: block;
    }
  `,
})
export class ClosingWorks {
  readonly vorgangId = input.required<string>();
  readonly aktenzeichen = input.required<string>();

  protected readonly language = inject(Language);
  protected readonly session = inject(Session);
  protected readonly asking = new Asking();
  protected readonly retryLabel = ACTS['akte.retryClosing'].label;
  protected readonly icons = { waiting: 'timer', done: 'check', failed: 'warning' } as const;
  protected readonly works = computed(() => this.view.value()?.works ?? []);
  protected readonly done = computed(() => this.works().filter(({ state }) => state === 'done').length);
  protected readonly failed = computed(() => this.works().some(({ state }) => state === 'failed'));

  private readonly acts = inject(Acts);
  private readonly view = liveView<ClosingView>(() => `vorgaenge/${this.vorgangId()}/abschlussarbeiten`, ['vorgang']);

  protected words(kind: ClosingKind): string {
    const words = {
      bin: $localize`:@@closing.bin:Papierkorb leeren`,
      protokoll: $localize`:@@closing.protokoll:Protokoll und Aufgaben als PDF ablegen`,
      renditions: $localize`:@@closing.renditions:Archivfassungen (PDF/A) der Office-Dateien`,
    };
    return words[kind];
  }

  protected stateWords(state: 'waiting' | 'done' | 'failed'): string {
    const words = {
      waiting: $localize`:@@closing.waiting:läuft`,
      done: $localize`:@@closing.done:fertig`,
      failed: $localize`:@@closing.failed:nicht möglich.`,
    };
    return words[state];
  }

  protected async retry(): Promise<void> {
    const input = { vorgangId: this.vorgangId() };
    const answer = await this.asking.ask(() => this.acts.run('akte.retryClosing', input, this.aktenzeichen()));
    if (answer) await this.view.reload();
  }
}
