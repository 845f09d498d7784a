import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { AufgabeView, VorgangView } from '../../../server/contract/views.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Session } from '../../live/session.js';
import { Icon } from '../../ui/icon/icon.js';
import { Diagram } from '../diagram/diagram.js';

/** Where the Aufgabe stands in its process: the stages in words, and the model with the current step. */
@Component({
  selector: 'lm-aufgabe-flow',
  imports: [Diagram, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ol class="stages">
      @for (step of aufgabe().steps; track $index) {
        <li [class]="step.state" [attr.aria-current]="step.state === 'current' ? 'step' : null">
          <lm-icon
            [name]="step.state === 'done' ? 'check-circle' : step.state === 'current' ? 'chevron-right' : 'schedule'"
            [size]="16"
          />
          {{ language.asWritten(step.titel) }}
        </li>
      }
    </ol>
    @if (process(); as running) {
      <lm-diagram [url]="running.xmlUrl" [active]="running.activeElements" />
    }`,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 16px;
      height: 100%;
    }
    .stages {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 16px;
      font-size: 0.8125rem;
    }
    li {
      display: flex;
      align-items: center;
      gap: 6px;
      color: var(--muted);
    }
    .current {
      color: var(--accent);
      font-weight: 600;
    }
    .done lm-icon {
      color: var(--success);
    }
    lm-diagram {
      flex: 1;
      min-height: 320px;
    }
  `,
})
export class AufgabeFlow {
  readonly aufgabe = input.required<AufgabeView>();
  protected readonly language = inject(Language);
  private readonly vorgang = liveView<VorgangView>(
    () => `vorgaenge/${this.aufgabe().vorgang.id}`,
    ['vorgang', 'aufgabe'],
  );
  private readonly session = inject(Session);
  /** Not everyone may read models; the stages in words are for all. */
  protected readonly process = computed(() =>
    this.session.may('process.read') ? (this.vorgang.value()?.process ?? null) : null,
  );
}
