import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { Finding } from '../../../server/contract/finding.js';
import { Language } from '../../live/language.js';
import { Tag } from '../../ui/tag/tag.js';

/** What the server says about the model, element by element; errors stand first and block the deployment. */
@Component({
  selector: 'lm-finding-list',
  imports: [Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div class="head">
      <h2 i18n="@@preview.findings">Prüfung</h2>
      @if (errors() > 0) {
        <lm-tag tone="danger" i18n="@@modeler.errors">{{ errors() }} Fehler</lm-tag>
      }
      @if (warnings() > 0) {
        <lm-tag tone="warning" i18n="@@modeler.warnings">Warnungen: {{ warnings() }}</lm-tag>
      }
      @if (state() === 'checked' && findings().length === 0) {
        <lm-tag tone="success" i18n="@@preview.clean">ohne Befund</lm-tag>
      }
      <span class="muted" role="status">
        @if (state() === 'checking') {
          <ng-container i18n="@@modeler.checking">wird geprüft …</ng-container>
        }
      </span>
    </div>
    <ul>
      @for (finding of sorted(); track $index) {
        <li>
          <lm-tag surface="bare" [tone]="finding.severity === 'error' ? 'danger' : 'warning'">
            @if (finding.severity === 'error') {
              <ng-container i18n="@@finding.error">Fehler</ng-container>
            } @else {
              <ng-container i18n="@@finding.warning">Warnung</ng-container>
            }
          </lm-tag>
          <span>{{ language.pick(finding) }}</span>
          @if (finding.at) {
            <button type="button" (click)="chosen.emit(finding.at)">{{ names().get(finding.at) ?? finding.at }}</button>
          }
        </li>
      }
    </ul>`,
  styleUrl: './finding-list.css',
})
export class FindingList {
  readonly findings = input.required<readonly Finding[]>();
  readonly state = input.required<'checking' | 'checked'>();
  /** Name of each element by its id. */
  readonly names = input<ReadonlyMap<string, string>>(new Map());
  readonly chosen = output<string>();

  protected readonly language = inject(Language);
  protected readonly errors = computed(() => this.findings().filter(({ severity }) => severity === 'error').length);
  protected readonly warnings = computed(() => this.findings().length - this.errors());
  protected readonly sorted = computed(() =>
    [...this.findings()].sort((a, b) => a.severity.localeCompare(b.severity) || a.at.localeCompare(b.at)),
  );
}
