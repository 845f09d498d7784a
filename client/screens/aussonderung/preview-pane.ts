import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { AussonderungPreview } from '../../../server/contract/aussonderung-views.js';
import { Language } from '../../live/language.js';
import { byteSize } from '../../locale/format.js';
import { type Tab, Tabs } from '../../ui/tabs/tabs.js';
import { Tag } from '../../ui/tag/tag.js';

type View = 'findings' | 'files' | 'message';

/** The message as it would leave: what the checks say, the files with their names in the package, the XML. */
@Component({
  selector: 'lm-preview-pane',
  imports: [Tabs, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './preview-pane.html',
  styleUrl: './preview-pane.css',
})
export class PreviewPane {
  readonly preview = input.required<AussonderungPreview>();

  protected readonly language = inject(Language);
  protected readonly size = byteSize;
  protected readonly view = linkedSignal<AussonderungPreview, View>({
    source: this.preview,
    computation: () => 'findings',
  });
  protected readonly tabs = computed<readonly Tab<View>[]>(() => [
    { id: 'findings', label: $localize`:@@preview.findings:Prüfung`, count: this.preview().findings.length },
    { id: 'files', label: $localize`:@@preview.files:Dateien`, count: this.preview().entries.length },
    { id: 'message', label: $localize`:@@preview.message:Nachricht (XML)` },
  ]);
}
