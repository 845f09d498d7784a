import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, output } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { AufgabeView } from '../../../server/contract/views.js';
import { Language } from '../../live/language.js';
import { Session } from '../../live/session.js';
import { Button } from '../../ui/button/button.js';
import { Once } from '../../ui/button/once.js';
import type { IconName } from '../../ui/icon/icons.js';
import { MenuButton, type MenuItem } from '../../ui/menu/menu-button.js';
import type { Decision } from '../form/form-schema.js';

interface BarAct {
  readonly label: string;
  readonly run: () => void;
}

type MenuAct = 'claim' | 'release' | 'aside' | 'showAgain' | 'akte';

/** The acts of an Aufgabe at a fixed place: primary left, at most three, the rest in the menu. */
@Component({
  selector: 'lm-act-bar',
  imports: [Button, MenuButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  hostDirectives: [Once],
  host: { class: 'act-bar' },
  styles: `
    :host {
      flex-wrap: nowrap;
      align-items: flex-start;
      padding-right: 8px;
    }
    /* The acts may take a second line where words are long; the menu stays beside the first. */
    .acts {
      display: flex;
      flex: 1;
      flex-wrap: wrap;
      gap: 8px;
      min-width: 0;
      container: acts / inline-size;
    }
  `,
  template: `<div class="acts">
      @for (act of acts(); track act.label; let first = $first) {
        @if (first) {
          <button
            lmButton
            type="button"
            kind="primary"
            keys="Control+Enter"
            aria-keyshortcuts="Control+Enter"
            [state]="state()"
            (click)="act.run()"
          >
            {{ act.label }}
          </button>
        } @else {
          <button lmButton type="button" [state]="state()" (click)="act.run()">{{ act.label }}</button>
        }
      }
      @if (aufgabe().recipients === 'some') {
        <button lmButton type="button" [state]="state()" (click)="handOver.emit()">{{ forward }}</button>
      }
    </div>
    <lm-menu-button
      icon="more-horiz"
      label="Weitere Schritte"
      i18n-label="@@aufgabe.more"
      [items]="menu()"
      (chosen)="choose($event)"
    />`,
})
export class ActBar {
  readonly aufgabe = input.required<AufgabeView>();
  readonly decisions = input.required<readonly Decision[]>();
  readonly state = input<'ready' | 'busy'>('ready');
  readonly complete = output<string | null>();
  readonly sign = output();
  readonly closeZdA = output();
  readonly handOver = output();
  readonly claim = output();
  readonly release = output();
  readonly aside = output();
  readonly showAgain = output();
  readonly toAkte = output();

  private readonly language = inject(Language);
  private readonly session = inject(Session);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly forward = this.language.pick(ACTS['aufgabe.forwardAufgabe'].label);

  protected readonly acts = computed<readonly BarAct[]>(() => {
    const { art, laufweg } = this.aufgabe();
    if (laufweg?.role === 'halt') {
      return [{ label: $localize`:@@laufweg.decide:Im Vorgang entscheiden`, run: () => this.toAkte.emit() }];
    }
    if (art === 'zda') return [this.bar(ACTS['akte.closeZdA'].label, () => this.closeZdA.emit())];
    if (art === 'schlusszeichnung') {
      const against = this.decisions().filter((decision) => decision.value === 'zurueckweisen');
      return [this.bar(ACTS['zeichnung.signDokument'].label, () => this.sign.emit()), ...against.map(this.decide)];
    }
    if (this.decisions().length > 0) return this.decisions().map(this.decide);
    return [this.bar(ACTS['aufgabe.completeAufgabe'].label, () => this.complete.emit(null))];
  });
  protected readonly menu = computed<readonly MenuItem<MenuAct>[]>(() => {
    const { assignee, vertretungFuer, wiedervorlage } = this.aufgabe();
    const isMine = assignee !== null && [this.session.person()?.id, vertretungFuer?.id].includes(assignee.id);
    return [
      ...(assignee === null ? [this.entry('claim', ACTS['aufgabe.claimAufgabe'].label, 'person')] : []),
      ...(isMine ? [this.entry('release', ACTS['aufgabe.releaseAufgabe'].label, 'undo')] : []),
      { ...this.entry('aside', ACTS['aufgabe.setWiedervorlage'].label, 'event-repeat'), keys: 'w' },
      ...(wiedervorlage ? [this.entry('showAgain', ACTS['aufgabe.endWiedervorlage'].label, 'undo')] : []),
      { id: 'akte', label: $localize`:@@vorgang.open:Vorgang in der Akte öffnen`, icon: 'folder-open', keys: 'a' },
    ];
  });

  runPrimary(): void {
    if (this.state() === 'ready') this.acts()[0]?.run();
  }

  focusPrimary(): void {
    this.host.querySelector<HTMLElement>('button')?.focus();
  }

  protected choose(act: MenuAct): void {
    const { claim, release, aside, showAgain, toAkte } = this;
    ({ claim, release, aside, showAgain, akte: toAkte })[act].emit();
  }

  private readonly decide = ({ value, label }: Decision): BarAct => ({ label, run: () => this.complete.emit(value) });

  private bar(label: { de: string; en: string }, run: () => void): BarAct {
    return { label: this.language.pick(label), run };
  }

  private entry(id: MenuAct, label: { de: string; en: string }, icon: IconName): MenuItem<MenuAct> {
    return { id, label: this.language.pick(label), icon };
  }
}
