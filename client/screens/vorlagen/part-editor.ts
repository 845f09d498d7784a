import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, model, signal } from '@angular/core';
import type { AktenvorlageKind } from '../../../server/contract/vorlage-views.js';
import { Button } from '../../ui/button/button.js';
import { IconButton } from '../../ui/button/icon-button.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { moved, newRow, removed, type Move, type PartRow } from './part-rows.js';
import { PickPart } from './pick-part.js';

const KEYS: Readonly<Record<string, Move>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' };

/** What a record begins with, as a list with levels. Alt and an arrow move a part, with everything in it. */
@Component({
  selector: 'lm-part-editor',
  imports: [Button, Control, Field, IconButton, PickPart],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './part-editor.html',
  styleUrl: './part-editor.css',
})
export class PartEditor {
  readonly kind = input.required<AktenvorlageKind>();
  readonly rows = model.required<readonly PartRow[]>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** Part whose Dokumentvorlage is being chosen. */
  protected readonly choosing = signal<number | null>(null);
  protected readonly said = signal('');
  protected readonly chooseWords = $localize`:@@vorlage.partChoose:Dokumentvorlage wählen`;
  protected readonly kinds = computed(() => (this.kind() === 'akte' ? ALL : ALL.filter(({ id }) => id !== 'teilakte')));

  private wordsOf(kind: PartRow['kind']): string {
    return ALL.find(({ id }) => id === kind)?.label ?? '';
  }

  protected betreffOf({ kind }: PartRow): string {
    return $localize`:@@vorlage.partBetreff:${this.wordsOf(kind)}:kind:, Betreff`;
  }

  protected actWords(act: 'in' | 'out' | 'remove', row: PartRow, index: number): string {
    const name = row.betreff === '' ? `${index + 1}` : row.betreff;
    if (act === 'in') return $localize`:@@vorlage.partIn:„${name}:name:“ in den Teil davor legen`;
    if (act === 'out') return $localize`:@@vorlage.partOut:„${name}:name:“ eine Ebene höher legen`;
    return $localize`:@@vorlage.partRemove:„${name}:name:“ entfernen`;
  }

  protected add(kind: PartRow['kind']): void {
    const last = this.rows().at(-1);
    const level = last && holds(last.kind, kind) ? last.level + 1 : (last?.level ?? 0);
    const row = newRow(kind, level);
    this.rows.update((rows) => [...rows, row]);
    if (kind === 'dokument') this.choosing.set(row.key);
    this.focus(row.key);
  }

  protected change(index: number, change: Partial<PartRow>): void {
    this.rows.update((rows) => rows.map((row, at) => (at === index ? { ...row, ...change } : row)));
  }

  protected chosen(index: number, { id, name }: { id: string; name: string }): void {
    const betreff = this.rows()[index]?.betreff || name;
    this.change(index, { dokumentvorlageId: id, dokumentvorlage: name, betreff });
    this.choosing.set(null);
  }

  protected remove(index: number): void {
    this.rows.update((rows) => removed(rows, index));
    this.focus((this.rows()[index] ?? this.rows().at(-1))?.key);
  }

  protected key(event: KeyboardEvent, index: number): void {
    const move = event.altKey ? KEYS[event.key] : undefined;
    if (!move) return;
    event.preventDefault();
    this.move(index, move);
  }

  protected move(index: number, move: Move): void {
    const row = this.rows()[index];
    this.rows.update((rows) => moved(rows, index, move));
    const at = this.rows().findIndex(({ key }) => key === row?.key);
    const level = (this.rows()[at]?.level ?? 0) + 1;
    this.said.set($localize`:@@vorlage.partMoved:Platz ${at + 1}:place:, Ebene ${level}:level:`);
    if (row) this.focus(row.key);
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  /** The row is drawn anew after a move; the focus stays with it. */
  private focus(key: number | undefined): void {
    setTimeout(() => this.host.querySelector<HTMLElement>(`[data-part="${key}"] input`)?.focus());
  }
}

const ALL: readonly { readonly id: PartRow['kind']; readonly label: string }[] = [
  { id: 'teilakte', label: $localize`:@@vorlage.partTeilakte:Teilakte` },
  { id: 'vorgang', label: $localize`:@@vorlage.partVorgang:Vorgang` },
  { id: 'dokument', label: $localize`:@@aufgabe.document:Dokument` },
];

function holds(above: PartRow['kind'], kind: PartRow['kind']): boolean {
  if (above === 'teilakte') return kind !== 'dokument';
  return above === 'vorgang' && kind === 'dokument';
}
