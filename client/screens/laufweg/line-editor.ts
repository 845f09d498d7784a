import { ChangeDetectionStrategy, Component, ElementRef, inject, input, model } from '@angular/core';
import type { Quorum, StationArt, StationPerson } from '../../../server/contract/laufweg-views.js';
import type { Role } from '../../../server/contract/permissions.js';
import { Button } from '../../ui/button/button.js';
import { IconButton } from '../../ui/button/icon-button.js';
import { Control } from '../../ui/field/control.js';
import { Field } from '../../ui/field/field.js';
import { Select, type SelectOption } from '../../ui/field/select.js';
import { ROLES } from '../access/words.js';
import { afterStep, mayIndent, placeBehind, type DraftLine, type DraftStation, type Step } from './outline.js';
import { PersonField } from './person-field.js';
import { ART_WORDS } from './words.js';

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'indent',
  ArrowLeft: 'outdent',
  Delete: 'remove',
};

const NOBODY = { role: null, person: null, fristDays: null } as const;

/** A Laufweg as a list with indentation: every step of it is a button and, with Alt, a key. */
@Component({
  selector: 'lm-line-editor',
  imports: [Button, Control, Field, IconButton, PersonField, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './line-editor.html',
  styleUrls: ['../shared/step-rows.css', './line-editor.css'],
})
export class LineEditor {
  readonly vorgangId = input.required<string>();
  readonly dokumente = input.required<string>();
  readonly lines = model.required<readonly DraftLine[]>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly mayIndent = mayIndent;
  protected readonly countLabel = $localize`:@@laufweg.countLabel:Wie viele`;
  protected readonly percentLabel = $localize`:@@laufweg.percentLabel:Wie viel Prozent`;
  protected readonly arten: readonly SelectOption[] = Object.entries(ART_WORDS).map(([value, label]) => ({
    value,
    label,
  }));
  protected readonly orders: readonly SelectOption[] = [
    { value: 'all', label: $localize`:@@laufweg.atOnceAll:Gleichzeitig, alle` },
    { value: 'count', label: $localize`:@@laufweg.chooseCount:Gleichzeitig, eine Zahl genügt` },
    { value: 'percent', label: $localize`:@@laufweg.choosePercent:Gleichzeitig, ein Anteil genügt` },
    { value: 'sequence', label: $localize`:@@laufweg.inSequence:Nacheinander` },
  ];
  protected readonly whom: readonly SelectOption[] = [
    { value: '', label: $localize`:@@laufweg.onePerson:eine Person` },
    ...ROLES.filter(({ value }) => value !== 'archiv' && value !== 'administration'),
  ];

  /** Behind the whole list, outside of every group. A group begins with two stations: one alone needs none. */
  protected add(kind: DraftLine['kind']): void {
    const line = this.newLine(kind, 0);
    const inside =
      kind === 'group' ? [line.key + 1, line.key + 2].map((key) => ({ ...this.newLine('station', 1), key })) : [];
    this.lines.update((lines) => [...lines, line, ...inside]);
    this.focus(inside[0]?.key ?? line.key);
  }

  protected addInside(index: number): void {
    const { index: place, depth } = placeBehind(this.lines(), index);
    const line = this.newLine('station', depth);
    this.lines.update((lines) => [...lines.slice(0, place), line, ...lines.slice(place)]);
    this.focus(line.key);
  }

  protected step(index: number, step: Step): void {
    this.lines.update((lines) => afterStep(lines, index, step));
  }

  protected key(event: KeyboardEvent, index: number): void {
    const step = event.altKey ? STEPS[event.key] : undefined;
    if (!step) return;
    event.preventDefault();
    const { key } = this.lines()[index] ?? {};
    this.step(index, step);
    if (key !== undefined && step !== 'remove') this.focus(key);
  }

  protected change(index: number, part: Partial<Omit<DraftStation, 'kind'>>): void {
    this.replace(index, (line) => (line.kind === 'station' ? { ...line, ...part } : line));
  }

  protected takeArt(index: number, art: string): void {
    this.change(index, { art: art as StationArt });
  }

  protected takeWhom(index: number, role: string): void {
    this.change(index, { role: role === '' ? null : (role as Role) });
  }

  protected takePerson(index: number, person: StationPerson | null): void {
    this.change(index, { person });
  }

  protected takeFrist(index: number, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.change(index, { fristDays: value.trim() === '' ? null : Number(value) });
  }

  protected takeOrder(index: number, chosen: string): void {
    const quorums: Readonly<Record<string, Quorum>> = {
      count: { kind: 'count', value: 1 },
      percent: { kind: 'percent', value: 50 },
    };
    const order = chosen === 'sequence' ? 'sequence' : 'parallel';
    this.replace(index, (line) => (line.kind === 'group' ? { ...line, order, quorum: quorums[chosen] ?? null } : line));
  }

  protected takeQuorum(index: number, event: Event): void {
    const value = Number((event.target as HTMLInputElement).value);
    this.replace(index, (line) =>
      line.kind === 'group' && line.quorum ? { ...line, quorum: { ...line.quorum, value } } : line,
    );
  }

  protected orderOf(line: Extract<DraftLine, { kind: 'group' }>): string {
    return line.order === 'sequence' ? 'sequence' : (line.quorum?.kind ?? 'all');
  }

  private newLine(kind: DraftLine['kind'], depth: number): DraftLine {
    const key = Math.max(0, ...this.lines().map((line) => line.key)) + 1;
    return kind === 'group'
      ? { key, depth, kind, order: 'parallel', quorum: null }
      : { key, depth, kind, art: 'mitzeichnung', ...NOBODY };
  }

  private replace(index: number, changed: (line: DraftLine) => DraftLine): void {
    this.lines.update((lines) => lines.map((line, place) => (place === index ? changed(line) : line)));
  }

  /** After the line has been drawn at its new place. */
  private focus(key: number): void {
    setTimeout(() => this.host.querySelector<HTMLElement>(`[data-line="${key}"] select`)?.focus());
  }
}
