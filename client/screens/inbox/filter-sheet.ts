import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import { AUFGABEN_FRISTEN, type AufgabenFilter, type AufgabenFrist } from '../../../server/contract/aufgaben-views.js';
import type { AufgabeArt } from '../../../server/contract/views.js';
import { Button } from '../../ui/button/button.js';
import { Checkbox } from '../../ui/checkbox/checkbox.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { Field } from '../../ui/field/field.js';
import { Select } from '../../ui/field/select.js';
import { TextField } from '../../ui/field/text-field.js';
import { readDecimal, writeDecimal } from '../form/decimal-writing.js';
import { ART_WORDS, FRIST_WORDS } from './filter-words.js';

/** What a list of Aufgaben is limited to, part by part; an empty part limits nothing. */
@Component({
  selector: 'lm-filter-sheet',
  imports: [Button, Checkbox, Dialog, Field, Select, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './filter-sheet.html',
  styles: `
    .row {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 12px;
    }
    fieldset {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 4px 12px;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0 0 4px;
      font: 600 0.8125rem/1.125rem var(--font);
    }
  `,
})
export class FilterSheet {
  readonly filter = input.required<AufgabenFilter>();
  readonly closed = output();
  readonly filtered = output<AufgabenFilter>();

  protected readonly frist = linkedSignal<string>(() => this.filter().frist ?? '');
  protected readonly art = linkedSignal<readonly AufgabeArt[]>(() => this.filter().art ?? []);
  protected readonly sachgebiet = linkedSignal(() => this.filter().sachgebiet ?? '');
  protected readonly stelle = linkedSignal(() => this.filter().stelle ?? '');
  protected readonly betragAb = linkedSignal(() => written(this.filter().betragAb));
  protected readonly betragBis = linkedSignal(() => written(this.filter().betragBis));
  protected readonly tried = signal(false);
  protected readonly fristen = AUFGABEN_FRISTEN.map((value) => ({ value, label: FRIST_WORDS[value] }));
  protected readonly arten = Object.entries(ART_WORDS) as [AufgabeArt, string][];
  private readonly wrong = $localize`:@@filter.noAmount:Kein Betrag. Beispiel: 1.234,50`;
  protected readonly faults = computed(() => ({
    betragAb: cents(this.betragAb()) === null ? this.wrong : null,
    betragBis: cents(this.betragBis()) === null ? this.wrong : null,
  }));

  protected toggle(art: AufgabeArt, checked: boolean): void {
    this.art.update((chosen) => (checked ? [...chosen, art] : chosen.filter((one) => one !== art)));
  }

  protected apply(): void {
    this.tried.set(true);
    const [from, upTo] = [cents(this.betragAb()), cents(this.betragBis())];
    if (from === null || upTo === null) return;
    const art = [...this.art()];
    this.filtered.emit({
      text: this.filter().text,
      frist: (this.frist() || undefined) as AufgabenFrist | undefined,
      art: art.length > 0 ? art : undefined,
      sachgebiet: this.sachgebiet().trim() || undefined,
      stelle: this.stelle().trim() || undefined,
      betragAb: from,
      betragBis: upTo,
    });
  }
}

function written(amount: number | undefined): string {
  return amount === undefined ? '' : writeDecimal(amount / 100, 2);
}

/** Cents of what was typed; undefined for nothing, null for what is no amount. */
function cents(typed: string): number | undefined | null {
  if (typed.trim() === '') return undefined;
  const value = readDecimal(typed);
  return value === null || value < 0 ? null : Math.round(value * 100);
}
