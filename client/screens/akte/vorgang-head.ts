import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { VorgangView } from '../../../server/contract/views.js';
import { Session } from '../../live/session.js';
import { date } from '../../locale/format.js';
import { IconButton } from '../../ui/button/icon-button.js';
import { Icon } from '../../ui/icon/icon.js';
import { Tag, type Tone } from '../../ui/tag/tag.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { fristWords } from '../frist/frist-words.js';
import { wideScreen } from '../shared/wide-screen.js';

/** Where the Vorgang stands in the Aktenplan, its name, its state, and the facts that law asks for. */
@Component({
  selector: 'lm-vorgang-head',
  imports: [Icon, IconButton, RouterLink, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'screen-head' },
  template: `@if (!wide()) {
      <button
        lmIconButton
        type="button"
        icon="arrow-back"
        label="Zum Aktenplan"
        i18n-label="@@vorgang.back"
        (click)="back.emit()"
      ></button>
    }
    <div class="words">
      <p class="path">
        @for (step of vorgang().aktenplan; track step.kennzeichen) {
          <span>{{ step.kennzeichen }} {{ step.titel }}</span
          ><lm-icon name="chevron-right" [size]="14" />
        }
        <span>{{ vorgang().akte.aktenzeichen }} {{ vorgang().akte.betreff }}</span>
      </p>
      <h1>
        <span class="reference">{{ vorgang().aktenzeichen }}</span>
        <button
          lmIconButton
          type="button"
          icon="content-copy"
          label="Aktenzeichen kopieren"
          i18n-label="@@vorgang.copy"
          (click)="copy()"
        ></button>
        {{ vorgang().betreff }}
        <lm-tag [tone]="state().tone">{{ state().word }}</lm-tag>
        @if (vorgang().sperren.length > 0) {
          <lm-tag tone="warning" icon="lock" i18n="@@sperre.held">gesperrt</lm-tag>
        }
      </h1>
      <ul class="facts-line">
        <li><span i18n="@@vorgang.federfuehrung">Federführung</span> {{ vorgang().federfuehrung }}</li>
        <li><span i18n="@@vorgang.laufzeit">Laufzeit</span> {{ laufzeit() }}</li>
        <li>
          <span i18n="@@vorgangFrist.label">Frist</span>
          <button type="button" class="open" (click)="frist.emit()">{{ fristWords(vorgang().frist) }}</button>
        </li>
        <li>
          <span i18n="@@vorgang.retention">Aufbewahrung</span>
          <button type="button" class="open retention" (click)="aufbewahrung.emit()">{{ retention() }}</button>
        </li>
      </ul>
    </div>
    <span class="spacer"></span>
    <button
      lmIconButton
      type="button"
      icon="group"
      label="Wer kann das sehen?"
      i18n-label="@@access.open"
      (click)="access.emit()"
    ></button>
    @if (session.may('dokument.write')) {
      <a
        lmIconButton
        icon="folder-open"
        label="Akteneinsicht"
        i18n-label="@@screen.akteneinsicht"
        [routerLink]="['/akteneinsicht', 'vorgaenge', vorgang().id]"
      ></a>
    }
    <button
      lmIconButton
      type="button"
      icon="description"
      label="Als PDF mit Register"
      i18n-label="@@recordPdf.heading"
      (click)="pdf.emit()"
    ></button>
    <button
      lmIconButton
      type="button"
      icon="link"
      label="Objekt-Link kopieren"
      i18n-label="@@vorgang.link"
      (click)="copyLink()"
    ></button>
    <button
      lmIconButton
      type="button"
      icon="print"
      label="Drucken"
      i18n-label="@@vorgang.print"
      (click)="print()"
    ></button>`,
  styleUrl: './vorgang-head.css',
})
export class VorgangHead {
  readonly vorgang = input.required<VorgangView>();
  readonly back = output();
  /** Asked to show who may see the Vorgang, and why. */
  readonly access = output();
  /** Asked to show who says the period, and the Sperren. */
  readonly aufbewahrung = output();
  /** Asked by when it must be finished. */
  readonly frist = output();
  /** Asked for the Vorgang as one PDF. */
  readonly pdf = output();

  protected readonly session = inject(Session);
  protected readonly wide = wideScreen();
  protected readonly fristWords = fristWords;
  private readonly toasts = inject(Toasts);

  protected readonly state = computed<{ word: string; tone: Tone }>(() => {
    const words = {
      offen: { word: $localize`:@@vorgang.open.state:in Bearbeitung`, tone: 'accent' as const },
      zdA: { word: $localize`:@@vorgang.zda.state:z. d. A.`, tone: 'success' as const },
      abgegeben: { word: $localize`:@@vorgang.transferred.state:abgegeben`, tone: 'neutral' as const },
    };
    return words[this.vorgang().state];
  });
  protected readonly laufzeit = computed(() => {
    const { laufzeitBeginn, zdaDate } = this.vorgang();
    const until = zdaDate ? date(zdaDate) : $localize`:@@vorgang.untilToday:heute`;
    return $localize`:@@vorgang.period:${date(laufzeitBeginn)}:from: bis ${until}:to:`;
  });
  protected readonly retention = computed(() => {
    const { aufbewahrungJahre, aufbewahrungsende, awaitsEvent } = this.vorgang();
    if (aufbewahrungJahre === null) return $localize`:@@vorgang.permanent:dauernd`;
    const years = $localize`:@@vorgang.years:${aufbewahrungJahre}:years: Jahre`;
    if (awaitsEvent) return $localize`:@@vorgang.yearsFromEvent:${years}:years: ab einem Ereignis`;
    return aufbewahrungsende
      ? $localize`:@@vorgang.yearsUntil:${years}:years:, bis ${date(aufbewahrungsende)}:day:`
      : years;
  });

  protected copy(): void {
    void navigator.clipboard
      .writeText(this.vorgang().aktenzeichen)
      .then(() => this.toasts.show($localize`:@@vorgang.copied:Aktenzeichen kopiert.`));
  }

  protected copyLink(): void {
    void navigator.clipboard
      .writeText(`${location.origin}/akten/${this.vorgang().id}`)
      .then(() =>
        this.toasts.show(
          $localize`:@@vorgang.linkCopied:Link kopiert. Er öffnet den Vorgang für alle, die ihn sehen dürfen.`,
        ),
      );
  }

  protected print(): void {
    window.print();
  }
}
