import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  model,
  signal,
} from '@angular/core';
import { Icon } from '../icon/icon.js';
import { flatten, folds, typeAhead, type TreeNode } from './flatten.js';

/** ARIA tree with one tab stop: arrows move and fold, letters jump to the next name that starts with them. */
@Component({
  selector: 'lm-tree',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'tree', '[attr.aria-label]': 'label()', '(keydown)': 'key($event)' },
  template: `@for (row of rows(); track row.node.id) {
    <!-- eslint-disable-next-line @angular-eslint/template/click-events-have-key-events -->
    <div
      role="treeitem"
      [attr.data-node]="row.node.id"
      [attr.aria-level]="row.level"
      [attr.aria-expanded]="folds(row.node) ? expanded().has(row.node.id) : null"
      [attr.aria-selected]="row.node.id === selected()"
      [tabindex]="row.node.id === stop() ? 0 : -1"
      [style.padding-left.px]="8 + (row.level - 1) * 14"
      (click)="open(row.node)"
      (focus)="focused.set(row.node.id)"
    >
      <lm-icon name="chevron-right" [class.hidden]="!folds(row.node)" [class.down]="expanded().has(row.node.id)" />
      <span class="label">
        @if (row.node.prefix; as prefix) {
          <span class="prefix">{{ prefix }}</span>
        }
        {{ row.node.label }}
      </span>
      @if (row.node.count !== undefined) {
        <span class="count">{{ row.node.count }}</span>
      }
    </div>
  }`,
  styleUrl: './tree.css',
})
export class Tree {
  readonly nodes = input.required<readonly TreeNode[]>();
  readonly label = input.required<string>();
  readonly expanded = model<ReadonlySet<string>>(new Set());
  readonly selected = model<string | null>(null);

  protected readonly folds = folds;
  protected readonly focused = signal<string | null>(null);
  protected readonly rows = computed(() => flatten(this.nodes(), this.expanded()));
  protected readonly stop = computed(() => {
    const ids = this.rows().map((row) => row.node.id);
    return [this.focused(), this.selected()].find((id) => id !== null && ids.includes(id)) ?? ids[0];
  });
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private focusedAt = 0;

  constructor() {
    // A row that made room for others („show more“) takes the focus along: it goes to the row in its place.
    afterRenderEffect(() => {
      const [rows, focused] = [this.rows(), this.focused()];
      const at = rows.findIndex((row) => row.node.id === focused);
      if (at >= 0) this.focusedAt = at;
      else if (focused !== null && document.activeElement === document.body) this.focus(rows[this.focusedAt]?.node.id);
    });
  }

  protected open(node: TreeNode): void {
    if (folds(node)) this.fold(node.id, !this.expanded().has(node.id));
    this.focus(node.id);
    if (node.selectable !== 'no') this.selected.set(node.id);
  }

  protected key(event: KeyboardEvent): void {
    const rows = this.rows();
    const index = rows.findIndex((row) => row.node.id === this.stop());
    const row = rows[index];
    if (!row || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!this.act(event.key, index, row)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  private act(key: string, index: number, row: { node: TreeNode; parent: string | null }): boolean {
    const rows = this.rows();
    const isOpen = this.expanded().has(row.node.id);
    if (key === 'ArrowDown') this.focus(rows[index + 1]?.node.id);
    else if (key === 'ArrowUp') this.focus(rows[index - 1]?.node.id);
    else if (key === 'Home') this.focus(rows[0]?.node.id);
    else if (key === 'End') this.focus(rows.at(-1)?.node.id);
    else if (key === 'ArrowRight' && folds(row.node) && !isOpen) this.fold(row.node.id, true);
    else if (key === 'ArrowRight' && row.node.children.length > 0) this.focus(rows[index + 1]?.node.id);
    else if (key === 'ArrowLeft' && isOpen) this.fold(row.node.id, false);
    else if (key === 'ArrowLeft') this.focus(row.parent ?? undefined);
    else if (key === 'Enter' || key === ' ') this.open(row.node);
    else if (/^[\p{L}\p{N}]$/u.test(key)) this.focus(typeAhead(rows, index, key));
    else return false;
    return true;
  }

  private fold(id: string, open: boolean): void {
    const expanded = new Set(this.expanded());
    if (open) expanded.add(id);
    else expanded.delete(id);
    this.expanded.set(expanded);
  }

  private focus(id: string | undefined): void {
    if (id === undefined) return;
    this.focused.set(id);
    const items = [...this.host.querySelectorAll<HTMLElement>('[data-node]')];
    items.find((item) => item.dataset['node'] === id)?.focus();
  }
}
