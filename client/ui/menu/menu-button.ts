import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Icon } from '../icon/icon.js';
import type { IconName } from '../icon/icons.js';
import { KeyHint } from '../keys/key-hint.js';

export interface MenuItem<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly icon?: IconName;
  readonly keys?: string;
  /** Second line in muted text, e.g. why the item cannot be chosen. */
  readonly note?: string;
  readonly state?: 'chosen' | 'blocked';
  /** Text of a heading before this item. */
  readonly section?: string;
}

/** A button that opens a menu. Behaviour is the CDK's (arrows, letters, Esc, focus back), look is ours. */
@Component({
  selector: 'lm-menu-button',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon, KeyHint],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './menu-button.html',
  styleUrl: './menu-button.css',
})
export class MenuButton<Id extends string = string> {
  readonly items = input.required<readonly MenuItem<Id>[]>();
  /** Name of the button; with `icon` it is the only name it has. */
  readonly label = input.required<string>();
  readonly icon = input<IconName>();
  readonly chosen = output<Id>();

  protected choose(item: MenuItem<Id>): void {
    if (item.state !== 'blocked') this.chosen.emit(item.id);
  }
}
