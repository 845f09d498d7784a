import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import type { InstancePath, VorgangProcess } from '../../../server/contract/process-views.js';
import { liveView } from '../../live/live-view.js';
import { Session } from '../../live/session.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Diagram } from '../diagram/diagram.js';
import { readText, type ModelText } from '../diagram/model-text.js';
import { Models } from '../diagram/models.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { IncidentList } from './incident-list.js';
import { pathMarks } from './path-marks.js';
import { PathTable } from './path-table.js';
import { flowsTaken, pathRows } from './path.js';

/** The process of a Vorgang: the way it went, where it stands and since when, and what stops it. */
@Component({
  selector: 'lm-instance-way',
  imports: [Diagram, IncidentList, PathTable, RefusalAlert, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<p class="process">
      {{ text()?.names?.get(process().processId) ?? process().processId }} ·
      <ng-container i18n="@@vorgang.processVersion">Fassung {{ process().version }}</ng-container>
    </p>
    <lm-diagram
      [url]="process().xmlUrl"
      [active]="process().activeElements"
      [taken]="taken()"
      [marks]="marks()"
      [chosen]="chosen()"
      (picked)="chosen.set($event)"
    />
    <div class="words" tabindex="0" role="group" aria-label="Ablauf in Worten" i18n-aria-label="@@path.words">
      @if (path.refusal(); as reason) {
        <lm-refusal-alert [refusal]="reason" />
      } @else if (path.value(); as walked) {
        @if (walked.openIncidents.length > 0) {
          <lm-incident-list
            [incidents]="walked.openIncidents"
            [names]="text()?.names ?? none"
            (chosen)="chosen.set($event)"
            (changed)="path.reload()"
          />
        }
        <lm-path-table [rows]="rows()" [selected]="chosen()" (chosen)="chosen.set($event)" />
      } @else if (path.state() === 'waiting') {
        <lm-skeleton [lines]="4" />
      }
    </div>`,
  styleUrl: './instance-way.css',
})
export class InstanceWay {
  readonly process = input.required<VorgangProcess>();

  protected readonly none: ReadonlyMap<string, string> = new Map();
  private readonly key = computed(() => this.process().instanceKey);
  protected readonly path = liveView<InstancePath>(
    () => `process-instances/${this.key()}/path`,
    ['vorgang', 'aufgabe', 'process'],
  );
  protected readonly text = signal<ModelText | null>(null);
  protected readonly chosen = linkedSignal<string, string | null>({ source: this.key, computation: () => null });
  protected readonly rows = computed(() => {
    const [path, text] = [this.path.value(), this.text()];
    return path && text ? pathRows(path, text, this.session.now()) : [];
  });
  protected readonly marks = computed(() => pathMarks(this.rows()));
  protected readonly taken = computed(() => {
    const [path, text] = [this.path.value(), this.text()];
    return path && text ? flowsTaken(path, text) : [];
  });
  private readonly session = inject(Session);
  private readonly models = inject(Models);

  constructor() {
    effect(() => void this.read(this.process().xmlUrl));
  }

  private async read(url: string): Promise<void> {
    const xml = await this.models.read(url);
    if (url === this.process().xmlUrl) this.text.set(readText(xml ?? '', this.process().processId));
  }
}
