import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { date } from '../../locale/format.js';
import { Alert } from '../../ui/alert/alert.js';
import { Avatar } from '../../ui/avatar/avatar.js';
import { Button } from '../../ui/button/button.js';
import { IconButton } from '../../ui/button/icon-button.js';
import { Checkbox } from '../../ui/checkbox/checkbox.js';
import { Chip } from '../../ui/chip/chip.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { EmptyState } from '../../ui/empty-state/empty-state.js';
import { Density, type DensityChoice } from '../../ui/density/density.js';
import { Control } from '../../ui/field/control.js';
import { DateField } from '../../ui/field/date-field.js';
import { Field } from '../../ui/field/field.js';
import { Select } from '../../ui/field/select.js';
import { TextField } from '../../ui/field/text-field.js';
import { FileDrop } from '../../ui/file-drop/file-drop.js';
import { Icon } from '../../ui/icon/icon.js';
import { type IconName, ICONS } from '../../ui/icon/icons.js';
import { KeyHint } from '../../ui/keys/key-hint.js';
import { Listbox } from '../../ui/listbox/listbox.js';
import { MenuButton } from '../../ui/menu/menu-button.js';
import { Progress } from '../../ui/progress/progress.js';
import { QrCode } from '../../ui/qr-code/qr-code.js';
import { Segmented } from '../../ui/segmented/segmented.js';
import { Skeleton } from '../../ui/skeleton/skeleton.js';
import { Splitter } from '../../ui/splitter/splitter.js';
import { StepBars } from '../../ui/step-bars/step-bars.js';
import { Tabs } from '../../ui/tabs/tabs.js';
import { Tag } from '../../ui/tag/tag.js';
import { Toasts } from '../../ui/toast/toasts.js';
import { Tree } from '../../ui/tree/tree.js';

/** `/ui`: every part of `client/ui` in all its states, to look at, to measure and to test. */
@Component({
  selector: 'lm-parts',
  imports: [
    Alert,
    Avatar,
    Button,
    Checkbox,
    Chip,
    Control,
    DateField,
    Dialog,
    EmptyState,
    Field,
    FileDrop,
    Icon,
    IconButton,
    KeyHint,
    Listbox,
    MenuButton,
    Progress,
    QrCode,
    Segmented,
    Select,
    Skeleton,
    Splitter,
    StepBars,
    Tabs,
    Tag,
    TextField,
    Tree,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './parts.html',
  styleUrl: './parts.css',
})
export class Parts {
  protected readonly toasts = inject(Toasts);
  protected readonly density = inject(Density);
  protected readonly densities: readonly { id: DensityChoice; label: string }[] = [
    { id: 'compact', label: 'Kompakt' },
    { id: 'comfortable', label: 'Großzügig' },
  ];
  protected readonly format = date;
  protected readonly place = signal('58762 Altena');
  protected readonly day = signal('');
  protected readonly icons = Object.keys(ICONS) as IconName[];
  protected readonly dialog = signal<'open' | 'closed'>('closed');
  protected readonly tab = signal('a');
  protected readonly segment = signal('one');
  protected readonly choice = signal('');
  protected readonly checked = signal(true);
  protected readonly pressed = signal(true);
  protected readonly width = signal(320);
  protected readonly active = signal<string | null>('row-1');
  protected readonly node = signal<string | null>('20.3');
  protected readonly expanded = signal<ReadonlySet<string>>(new Set(['20']));
  protected readonly idOf = (row: string) => row;
  // 10,000 rows: the list must stay smooth with as many.
  protected readonly groups = [
    { id: 'overdue', label: 'Überfällig', tone: 'danger' as const, items: ['row-1', 'row-2'] },
    { id: 'later', label: 'Später', items: Array.from({ length: 9_998 }, (_, index) => `row-${index + 3}`) },
  ];
  protected readonly tabs = [
    { id: 'a', label: 'Meine', count: 36 },
    { id: 'b', label: 'Sachgebiet', count: 128 },
    { id: 'c', label: 'Verlauf' },
  ];
  protected readonly segments = [
    { id: 'one', label: 'Diagramm', icon: 'schema' as const },
    { id: 'two', label: 'Gliederung', icon: 'checklist' as const },
  ];
  protected readonly options = [
    { value: 'a', label: 'Mitzeichnung' },
    { value: 'b', label: 'Schlusszeichnung' },
  ];
  protected readonly menu = [
    { id: 'a', label: 'Weitergeben', icon: 'forward' as const, keys: 'v', section: 'Schritte' },
    { id: 'b', label: 'Zurückgeben', note: 'bereits weiterbearbeitet', state: 'blocked' as const },
    { id: 'c', label: 'Dunkel', state: 'chosen' as const },
  ];
  protected readonly nodes = [
    {
      id: '20',
      prefix: '20',
      label: 'Finanzen',
      children: [
        { id: '20.1', prefix: '20.1', label: 'Haushalt', children: [] },
        { id: '20.3', prefix: '20.3', label: 'Gebäudewirtschaft', count: 14, children: [] },
      ],
    },
    { id: '32', prefix: '32', label: 'Ordnung', children: [] },
  ];
}
