import { computed, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { AktenplanNode, AufgabeRow } from '../../../server/contract/views.js';
import { Api } from '../../live/api.js';
import { Language } from '../../live/language.js';
import { isRefusal } from '../../live/refusal.js';
import { Session } from '../../live/session.js';
import { KeyMap } from '../../ui/keys/key-map.js';
import { SCREENS } from '../screens.js';
import type { PaletteEntry } from './rank.js';

export interface Command extends PaletteEntry {
  readonly run: () => void;
}

/** Everything the palette can do now: acts of the screen, screens, own Aufgaben, Vorgaenge the person may see. */
@Injectable()
export class Commands {
  readonly all = computed<readonly Command[]>(() => [...this.acts(), ...this.screens(), ...this.loaded()]);

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly api = inject(Api);
  private readonly language = inject(Language);
  private readonly keyMap = inject(KeyMap);
  private readonly loaded = signal<readonly Command[]>([]);

  /** Reads what lies on the server; until it is there the palette already offers acts and screens. */
  async load(): Promise<void> {
    const [aufgaben, plan] = await Promise.all([
      this.session.may('aufgabe.work') ? this.api.get<{ items: AufgabeRow[] }>('aufgaben?list=meine') : null,
      this.session.may('akte.read') ? this.api.get<{ einheiten: AktenplanNode[] }>('akten/plan') : null,
    ]);
    this.loaded.set([
      ...(aufgaben && !isRefusal(aufgaben) ? aufgaben.items.map((row) => this.aufgabe(row)) : []),
      ...(plan && !isRefusal(plan) ? plan.einheiten.flatMap((node) => this.vorgaenge(node)) : []),
    ]);
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
    return SCREENS.filter((link) => this.session.may(link.permission)).map((link) => ({
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
      label: this.language.pick(row.titel),
      section: $localize`:@@screen.aufgaben:Aufgaben`,
      run: () => void this.router.navigate(['aufgaben', row.id]),
    };
  }

  private vorgaenge(node: AktenplanNode): Command[] {
    return node.akten.flatMap((akte) =>
      akte.vorgaenge.map((vorgang) => ({
        id: `vorgang:${vorgang.id}`,
        prefix: vorgang.aktenzeichen,
        label: vorgang.betreff,
        section: $localize`:@@palette.vorgaenge:Vorgänge`,
        run: () => void this.router.navigate(['akten', vorgang.id]),
      })),
    );
  }
}
