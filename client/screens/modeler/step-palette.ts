import { ChangeDetectionStrategy, Component, inject, output } from '@angular/core';
import { Language } from '../../live/language.js';
import { Icon } from '../../ui/icon/icon.js';
import { STEP_TILES, type StepShape, type StepTile } from './step-kinds.js';
import { systemSteps } from './system-steps.js';

/** The steps in plain words: drag into the diagram, or press to add behind the selected step. */
@Component({
  selector: 'lm-step-palette',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@for (section of sections; track section.label) {
    <h2 class="section-title">{{ section.label }}</h2>
    <ul>
      @for (tile of section.tiles; track tile.name) {
        <li>
          <button
            type="button"
            (click)="added.emit(tile.shape)"
            (dragstart)="drag(tile, $event)"
            draggable="true"
            [attr.title]="tile.note ?? null"
          >
            <span class="tile" [class]="tile.look"><lm-icon [name]="tile.icon" /></span>
            {{ tile.label }}
          </button>
        </li>
      }
    </ul>
  }`,
  styles: `
    :host {
      display: block;
      overflow: auto;
      padding: 12px 16px;
      background: var(--pane);
    }
    h2 {
      margin: 4px 0 2px;
      font-size: 0.75rem;
    }
    ul {
      margin-bottom: 12px;
    }
    button {
      display: flex;
      align-items: center;
      gap: 8px;
      width: 100%;
      min-height: 36px;
      border-radius: 4px;
      font-size: 0.8125rem;
      text-align: left;
      cursor: grab;
    }
    button:hover {
      background: var(--hover);
    }
    .tile {
      flex: none;
      display: grid;
      place-items: center;
      width: 28px;
      height: 28px;
      border: 1px solid var(--step-line);
      border-radius: 4px;
      background: var(--step);
      color: var(--step-line);
    }
    .tile.person {
      border-color: var(--step-person-line);
      background: var(--step-person);
      color: var(--step-person-line);
    }
    .tile.sign {
      border-color: var(--step-sign-line);
      background: var(--step-sign);
      color: var(--step-sign-line);
    }
    .tile.frist {
      border-color: var(--step-frist-line);
      background: var(--step-frist);
      color: var(--step-frist-line);
    }
    .tile.event {
      border-color: var(--step-event-line);
      background: var(--step-event);
      color: var(--step-event-line);
    }
    /* One strip above the diagram, where there is no room beside it. */
    @media (max-width: 1199px) {
      :host {
        display: flex;
        align-items: center;
        gap: 12px;
        padding-block: 4px;
      }
      h2,
      li,
      ul {
        flex: none;
      }
      ul {
        display: flex;
        gap: 12px;
        margin: 0;
      }
    }
  `,
})
export class StepPalette {
  readonly added = output<StepShape>();
  readonly dragged = output<{ step: StepShape; event: MouseEvent }>();

  protected readonly sections = sectionsOf([...STEP_TILES, ...systemSteps(inject(Language).code)]);

  protected drag(tile: StepTile, event: DragEvent): void {
    // The diagram library drags by itself, with its own preview and its own rules.
    event.preventDefault();
    this.dragged.emit({ step: tile.shape, event });
  }
}

function sectionsOf(tiles: readonly StepTile[]): { label: string; tiles: StepTile[] }[] {
  const labels = [...new Set(tiles.map(({ section }) => section))];
  return labels.map((label) => ({ label, tiles: tiles.filter(({ section }) => section === label) }));
}
