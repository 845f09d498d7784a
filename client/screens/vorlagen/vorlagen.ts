import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { ACTS } from '../../../server/contract/acts.js';
import type { AktenvorlagePage, DokumentvorlagePage } from '../../../server/contract/vorlage-views.js';
import { Language } from '../../live/language.js';
import { liveView } from '../../live/live-view.js';
import { Button } from '../../ui/button/button.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Pane } from '../../ui/pane/pane.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { type Tab, Tabs } from '../../ui/tabs/tabs.js';
import { Tag } from '../../ui/tag/tag.js';
import { RefusalAlert } from '../shared/refusal-alert.js';
import { AktenvorlageSheet } from './aktenvorlage-sheet.js';
import { DokumentvorlageSheet } from './dokumentvorlage-sheet.js';

type View = 'dokumente' | 'akten';

/** One row of either list, as the table shows it. */
interface Row {
  readonly id: string;
  readonly name: string;
  readonly words: string;
  readonly active: boolean;
}

/** Templates of the house, kept by key users: office files with places, and what Akten and Vorgaenge begin with. */
@Component({
  selector: 'lm-vorlagen',
  imports: [
    AktenvorlageSheet,
    Button,
    Control,
    DokumentvorlageSheet,
    EmptyState,
    Field,
    Pane,
    RefusalAlert,
    Skeleton,
    Tabs,
    Tag,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './vorlagen.html',
  styleUrls: ['../shared/panel-page.css', './vorlagen.css'],
})
export class Vorlagen {
  private readonly language = inject(Language);
  protected readonly example = '{{ vorgang.betreff }}';
  protected readonly view = signal<View>('dokumente');
  protected readonly typed = signal('');
  protected readonly sheet = signal<'none' | 'add' | { readonly id: string }>('none');
  protected readonly opened = computed(() => {
    const sheet = this.sheet();
    return typeof sheet === 'string' ? null : sheet.id;
  });
  protected readonly tabs: readonly Tab<View>[] = [
    { id: 'dokumente', label: $localize`:@@vorlagen.dokumente:Dokumentvorlagen` },
    { id: 'akten', label: $localize`:@@vorlagen.akten:Aktenvorlagen` },
  ];
  protected readonly addLabel = computed(() =>
    this.language.pick(
      ACTS[this.view() === 'dokumente' ? 'vorlage.addDokumentvorlage' : 'vorlage.addAktenvorlage'].label,
    ),
  );
  protected readonly list = liveView<DokumentvorlagePage | AktenvorlagePage>(
    () => `vorlagen/${this.view()}?q=${encodeURIComponent(this.typed().trim())}`,
    [],
  );
  protected readonly rows = computed<readonly Row[] | null>(() => {
    const page = this.list.value();
    return page?.items.map((row) => ({ ...row, words: 'art' in row ? dokumentWords(row) : KINDS[row.kind] })) ?? null;
  });

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected done(): void {
    this.sheet.set('none');
    void this.list.reload();
  }
}

const KINDS = {
  akte: $localize`:@@vorlagen.forAkte:für eine Akte`,
  vorgang: $localize`:@@vorlagen.forVorgang:für einen Vorgang`,
};

function dokumentWords({ art, format, nummer }: DokumentvorlagePage['items'][number]): string {
  const kind = art === 'ausgang' ? $localize`:@@dokument.ausgang:Ausgang` : $localize`:@@dokument.vermerk:Vermerk`;
  return $localize`:@@vorlagen.fassungOf:${kind}:art:, .${format}:format:, Fassung ${nummer}:number:`;
}
