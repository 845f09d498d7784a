import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Icon } from '../../ui/icon/icon.js';
import { KeyHint } from '../../ui/keys/key-hint.js';
import { Commands, type Command } from './commands.js';
import { rank } from './rank.js';

const USES = 'laufmappe.palette';

/** Strg+K: one box for every act, screen, Aufgabe and Aktenzeichen; it shows the keys and learns by use. */
@Component({
  selector: 'lm-palette',
  imports: [Icon, KeyHint],
  providers: [Commands],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './palette.html',
  styleUrl: './palette.css',
})
export class Palette {
  readonly closed = output();

  private readonly commands = inject(Commands);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly uses = keptUses();
  private readonly typed = signal('');
  protected readonly active = signal(0);
  protected readonly found = computed(() => rank(this.commands.all(), this.typed(), this.uses));
  private before = document.activeElement;

  constructor() {
    afterNextRender(() => this.dialog().nativeElement.showModal());
    void this.commands.load();
  }

  protected type(event: Event): void {
    const typed = (event.target as HTMLInputElement).value;
    this.typed.set(typed);
    this.active.set(0);
    void this.commands.search(typed);
  }

  protected key(event: KeyboardEvent): void {
    const last = this.found().length - 1;
    if (event.key === 'ArrowDown') this.show(Math.min(last, this.active() + 1));
    else if (event.key === 'ArrowUp') this.show(Math.max(0, this.active() - 1));
    else if (event.key === 'Enter') this.run(this.found()[this.active()]);
    else return;
    event.preventDefault();
  }

  protected run(command: Command | undefined): void {
    if (!command) return;
    this.uses[command.id] = (this.uses[command.id] ?? 0) + 1;
    localStorage.setItem(USES, JSON.stringify(this.uses));
    this.dialog().nativeElement.close();
    command.run();
  }

  protected close(): void {
    if (this.before instanceof HTMLElement && this.before.isConnected) this.before.focus();
    this.closed.emit();
  }

  private show(index: number): void {
    this.active.set(index);
    document.getElementById(`command-${index}`)?.scrollIntoView({ block: 'nearest' });
  }
}

function keptUses(): Record<string, number> {
  try {
    return JSON.parse(localStorage.getItem(USES) ?? '{}') as Record<string, number>;
  } catch {
    return {};
  }
}
