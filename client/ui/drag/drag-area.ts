import { DestroyRef, Directive, ElementRef, inject, output } from '@angular/core';
import { placeAt } from './drop-place.js';

/** Px that the pointer may tremble before it drags. */
const BEGIN = 6;
/** Px from the upper and lower edge where the area scrolls, and how far in each frame. */
const [EDGE, SCROLL] = [56, 14];

/** Where something was let go: in which list, and before which of the others in it. */
export interface Dropped {
  readonly item: string;
  readonly list: string;
  readonly index: number;
}

interface Place {
  readonly list: HTMLElement;
  readonly index: number;
}

/**
 * Things (`data-drag-item`) are dragged between lists (`data-drop-list`). Nothing moves before it is let go: a line shows where
 * it would come (`data-drop`: before, after, into), so that the aim does not run away. By mouse and pen; a finger scrolls, and every
 * drag needs a button and a key beside it that do the same (WCAG 2.5.7). Esc lets go without doing anything.
 */
@Directive({
  selector: '[lmDragArea]',
  host: {
    '(pointerdown)': 'press($event)',
    '(pointermove)': 'move($event)',
    '(pointerup)': 'drop()',
    '(pointercancel)': 'end()',
    '(keydown.escape)': 'cancel($event)',
  },
})
export class DragArea {
  readonly dropped = output<Dropped>();

  private readonly area = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private pressed: { readonly item: HTMLElement; readonly x: number; readonly y: number } | null = null;
  private ghost: HTMLElement | null = null;
  private place: Place | null = null;
  private pointer = { x: 0, y: 0 };

  constructor() {
    inject(DestroyRef).onDestroy(() => this.end());
  }

  protected press({ button, pointerType, target, clientX: x, clientY: y }: PointerEvent): void {
    const item = target instanceof Element ? target.closest<HTMLElement>('[data-drag-item]') : null;
    if (item && button === 0 && pointerType !== 'touch') this.pressed = { item, x, y };
  }

  protected move({ clientX: x, clientY: y, pointerId }: PointerEvent): void {
    if (!this.pressed) return;
    this.pointer = { x, y };
    if (!this.ghost) {
      if (Math.hypot(x - this.pressed.x, y - this.pressed.y) < BEGIN) return;
      this.area.setPointerCapture(pointerId);
      this.ghost = ghostOf(this.pressed.item);
      this.area.append(this.ghost);
      this.pressed.item.dataset['dragged'] = '';
      requestAnimationFrame(() => this.scroll());
    }
    this.ghost.style.translate = `${x + 12}px ${y + 12}px`;
    this.aim();
  }

  protected drop(): void {
    const [item, place] = [this.pressed?.item, this.ghost && this.place];
    this.end();
    if (!item || !place) return;
    const items = itemsOf(place.list);
    const own = items.indexOf(item);
    const index = own !== -1 && own < place.index ? place.index - 1 : place.index;
    this.dropped.emit({ item: item.dataset['dragItem'] ?? '', list: place.list.dataset['dropList'] ?? '', index });
  }

  protected cancel(event: Event): void {
    if (!this.ghost) return;
    event.preventDefault();
    this.end();
  }

  protected end(): void {
    this.ghost?.remove();
    delete this.pressed?.item.dataset['dragged'];
    this.point(null);
    this.pressed = this.ghost = null;
  }

  private aim(): void {
    const below = document.elementFromPoint(this.pointer.x, this.pointer.y);
    const list = below?.closest<HTMLElement>('[data-drop-list]');
    if (!list || !this.area.contains(list)) return this.point(null);
    const boxes = itemsOf(list).map((item) => item.getBoundingClientRect());
    this.point({ list, index: placeAt(boxes, this.pointer.x, this.pointer.y) });
  }

  private point(place: Place | null): void {
    for (const pointed of this.area.querySelectorAll<HTMLElement>('[data-drop]')) delete pointed.dataset['drop'];
    this.place = place;
    if (!place) return;
    const items = itemsOf(place.list);
    const [following, last] = [items[place.index], items.at(-1)];
    if (following) following.dataset['drop'] = 'before';
    else if (last) last.dataset['drop'] = 'after';
    else place.list.dataset['drop'] = 'into';
  }

  /** While the pointer rests near an edge, what lies beyond comes. */
  private scroll(): void {
    if (!this.ghost) return;
    const { top, bottom } = this.area.getBoundingClientRect();
    const { y } = this.pointer;
    const by = y < top + EDGE ? -SCROLL : y > bottom - EDGE ? SCROLL : 0;
    if (by !== 0) {
      this.area.scrollBy({ top: by, behavior: 'instant' });
      this.aim();
    }
    requestAnimationFrame(() => this.scroll());
  }
}

function itemsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-drag-item]')];
}

/** A picture of it beside the pointer; a copy of a canvas is empty until it is drawn again. */
function ghostOf(item: HTMLElement): HTMLElement {
  const ghost = document.createElement('div');
  ghost.className = 'drag-ghost';
  ghost.setAttribute('aria-hidden', 'true');
  const canvas = item.querySelector('canvas');
  if (canvas) {
    const copy = canvas.cloneNode() as HTMLCanvasElement;
    copy.getContext('2d')?.drawImage(canvas, 0, 0);
    ghost.append(copy);
  }
  return ghost;
}
