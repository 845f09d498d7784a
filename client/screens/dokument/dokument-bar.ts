import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { DokumentView } from '../../../server/contract/dokument-views.js';
import type { VorgangView } from '../../../server/contract/views.js';
import { Router } from '@angular/router';
import { Acts } from '../../live/acts.js';
import { Editor } from '../../live/editor.js';
import { Language } from '../../live/language.js';
import { isRefusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';
import { date } from '../../locale/format.js';
import { MenuButton } from '../../ui/menu/menu-button.js';
import { Tag } from '../../ui/tag/tag.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { BringVersion } from './bring-version.js';
import { CompareVersions } from './compare-versions.js';
import { artName } from './details.js';
import { dokumentActs, type DokumentChoice, menuOf } from './dokument-menu.js';
import { DokumentReason, type ReasonAct } from './dokument-reason.js';
import { EditDokument } from './edit-dokument.js';
import { FileProperties } from './file-properties.js';
import { MoveDokument } from './move-dokument.js';

const REASON_ACTS = [
  'dokument.takeCheckout',
  'dokument.resetFinal',
  'dokument.takeOut',
  'dokument.discardDokument',
] as const satisfies readonly ReasonAct[];

/** Above the document: what it is, who has it, its hash, and the menu with everything that can be done with it. */
@Component({
  selector: 'lm-dokument-bar',
  imports: [BringVersion, CompareVersions, DokumentReason, EditDokument, FileProperties, MenuButton, MoveDokument, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './dokument-bar.html',
  styleUrl: './dokument-bar.css',
})
export class DokumentBar {
  readonly dokument = input.required<DokumentView>();
  readonly vorgang = input.required<VorgangView>();
  readonly changed = output();

  private readonly acts = inject(Acts);
  private readonly editor = inject(Editor);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly date = date;
  protected readonly art = artName;
  // A computed value: the Dokument is read again with every live change, and an open sheet must not notice.
  private readonly id = computed(() => this.dokument().id);
  protected readonly sheet = linkedSignal<string, Exclude<DokumentChoice, 'link' | 'redact'> | null>({
    source: this.id,
    computation: () => null,
  });
  protected readonly reasonAct = computed<ReasonAct | null>(
    () => REASON_ACTS.find((act) => act === this.sheet()) ?? null,
  );
  protected readonly newest = computed(() => this.dokument().versions.at(-1));
  private readonly fitsEditor = computed(() => (this.editor.edits(this.newest()?.file.name ?? '') ? 'fits' : 'none'));
  protected readonly items = computed(() => {
    const person = this.session.person();
    const acts = person ? dokumentActs(this.dokument(), this.vorgang(), person, this.fitsEditor()) : [];
    const redacting = this.session.may('dokument.write') ? 'offered' : 'none';
    return menuOf(acts, this.dokument().versions.length, (label) => this.language.pick(label), redacting);
  });
  protected readonly holder = computed(() => {
    const { checkout } = this.dokument();
    if (!checkout) return null;
    return checkout.personId === this.session.person()?.id
      ? checkout.inEditor
        ? $localize`:@@dokument.mineInEditor:von Ihnen im Browser geöffnet`
        : $localize`:@@dokument.mine:von Ihnen ausgecheckt`
      : checkout.inEditor
        ? $localize`:@@dokument.theirsInEditor:im Browser geöffnet: ${checkout.person}:person:`
        : $localize`:@@dokument.theirs:ausgecheckt: ${checkout.person}:person:`;
  });

  constructor() {
    if (this.session.may('dokument.write')) void this.editor.load();
  }

  protected choose(choice: DokumentChoice): void {
    if (choice === 'link') return this.copyLink();
    if (choice === 'wopi.openEditor') return void this.router.navigate(['/bearbeiten', this.dokument().id]);
    if (choice === 'redact') return void this.router.navigate(['dokumente', this.dokument().id, 'schwaerzen']);
    if (choice === 'dokument.checkOut') return void this.checkOut();
    if (choice === 'dokument.cancelCheckout') {
      const { id: dokumentId, betreff } = this.dokument();
      return void this.tell(this.acts.run(choice, { dokumentId }, betreff));
    }
    if (choice === 'dokument.finalizeDokument') {
      const { id: dokumentId, version, betreff } = this.dokument();
      return void this.tell(this.acts.run(choice, { dokumentId, version }, betreff));
    }
    this.sheet.set(choice);
  }

  protected finished(): void {
    this.sheet.set(null);
    this.changed.emit();
  }

  /** The file comes along: a check-out without it would only lock. */
  private async checkOut(): Promise<void> {
    const { id: dokumentId, version, betreff } = this.dokument();
    const out = await this.tell(this.acts.run('dokument.checkOut', { dokumentId, version }, betreff));
    const file = this.newest()?.file;
    if (out === 'refused' || !file) return;
    const link = document.createElement('a');
    link.href = file.url;
    link.download = file.name;
    link.click();
  }

  private async tell(running: Promise<unknown>): Promise<'done' | 'refused'> {
    const answer = await running;
    if (isRefusal(answer)) {
      this.toasts.show(`${this.language.pick(answer.message)} ${this.language.pick(answer.remedy)}`);
      return 'refused';
    }
    this.changed.emit();
    return 'done';
  }

  private copyLink(): void {
    void navigator.clipboard
      .writeText(`${location.origin}/dokumente/${this.dokument().id}`)
      .then(() =>
        this.toasts.show(
          $localize`:@@dokument.linkCopied:Link kopiert. Er führt zum Dokument, auch wenn es verschoben wird.`,
        ),
      );
  }
}
