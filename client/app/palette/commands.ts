import { computed, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { AkteHit, AktenplanHits, VorgangHit } from '../../../server/contract/aktenplan-views.js';
import type { AufgabeRow } from '../../../server/contract/views.js';
import { Api } from '../../live/api.js';
import { Language } from '../../live/language.js';
import { isRefusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';
import { addressOf } from '../../screens/shared/record-address.js';
import { KeyMap } from '../../ui/keys/key-map.js';
import { opens, SCREENS } from '../screens.js';
import type { PaletteEntry } from './rank.js';

export interface Command extends PaletteEntry {
  readonly run: () => void;
}

/** Everything the palette can do now: acts of the screen, screens, own Aufgaben, Akten and Vorgaenge by their Aktenzeichen. */
@Injectable()
export class Commands {
  readonly all = computed<readonly Command[]>(() => [
    ...this.acts(),
    ...this.screens(),
    ...this.loaded(),
    ...this.hits(),
  ]);

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly keyMap = inject(KeyMap);
  private readonly loaded = signal<readonly Command[]>([]);
  private readonly hits = signal<readonly Command[]>([]);
  private asked = '';

  /** Reads what lies on the server; until it is there the palette already offers acts and screens. */
  async load(): Promise<void> {
    if (!this.session.may('aufgabe.work')) return;
    const aufgaben = await this.api.get<{ items: AufgabeRow[] }>('aufgaben?list=meine');
    if (!isRefusal(aufgaben)) this.loaded.set(aufgaben.items.map((row) => this.aufgabe(row)));
  }

  /** Akten and Vorgaenge by the beginning of their Aktenzeichen, or by words of their subject. */
  async search(typed: string): Promise<void> {
    this.asked = typed.trim();
    if (!this.session.may('akte.read') || this.asked.length < 2) return this.hits.set([]);
    const hits = await this.api.get<AktenplanHits>(`aktenplan/treffer?q=${encodeURIComponent(this.asked)}`);
    if (this.asked === typed.trim() && !isRefusal(hits)) {
      this.hits.set([...hits.akten.map((hit) => this.akte(hit)), ...hits.vorgaenge.map((hit) => this.vorgang(hit))]);
    }
  }

  private acts(): Command[] {
    return this.keyMap.bindings().map((binding) => ({
      id: `act:${binding.label}`,
      label: binding.label,
      keys: binding.key,
      section: $localize`:@@palette.acts:Hier möglich`,
      run: binding.run,
    }));
  }

  private screens(): Command[] {
    return SCREENS.filter((link) => opens(link, this.session.person()?.permissions ?? [])).map((link) => ({
      id: `screen:${link.path}`,
      label: link.label,
      section: $localize`:@@palette.screens:Bereiche`,
      run: () => void this.router.navigate([link.path]),
    }));
  }

  private aufgabe(row: AufgabeRow): Command {
    return {
      id: `aufgabe:${row.id}`,
      prefix: row.aktenzeichen,
      label: this.language.asWritten(row.titel),
      section: $localize`:@@screen.aufgaben:Aufgaben`,
      run: () => void this.router.navigate(['aufgaben', row.id]),
    };
  }

  private akte(hit: AkteHit): Command {
    const { path, query } = addressOf({ kind: 'akte', id: hit.id });
    return {
      id: `akte:${hit.id}`,
      prefix: hit.aktenzeichen,
      label: hit.betreff,
      section: $localize`:@@screen.akten:Akten`,
      run: () => void this.router.navigate(path, { queryParams: query }),
    };
  }

  private vorgang(hit: VorgangHit): Command {
    return {
      id: `vorgang:${hit.id}`,
      prefix: hit.aktenzeichen,
      label: hit.betreff,
      section: $localize`:@@palette.vorgaenge:Vorgänge`,
      run: () => void this.router.navigate(['akten', hit.id]),
    };
  }
}
