import type { BusinessObject, DiagramElement } from '../diagram/kinds.js';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The services of the diagram library that the editor uses, as far as it uses them. */
export interface EditorServices {
  readonly autoPlace: { append(source: DiagramElement, shape: DiagramElement): DiagramElement };
  readonly canvas: {
    /** Without a level it only tells. */
    zoom(level?: 'fit-viewport' | number, center?: 'auto'): number;
    getRootElement(): DiagramElement;
    viewbox(): Box & { inner: Box; outer: { width: number; height: number } };
    viewbox(box: Box): unknown;
    addMarker(id: string, marker: string): void;
    scrollToElement(id: string): void;
    focus(): void;
  };
  readonly commandStack: { undo(): void; redo(): void; canUndo(): boolean; canRedo(): boolean };
  readonly create: { start(event: MouseEvent, shape: DiagramElement): void };
  readonly elementFactory: { createShape(attributes: Readonly<Record<string, unknown>>): DiagramElement };
  readonly elementRegistry: {
    get(id: string): DiagramElement | undefined;
    filter(keep: (element: DiagramElement) => boolean): DiagramElement[];
  };
  readonly modeling: {
    createShape(
      shape: DiagramElement,
      position: { x: number; y: number },
      parent: DiagramElement,
      hints?: { readonly attach: boolean },
    ): DiagramElement;
  };
  readonly moddle: { create(type: string, attributes: Readonly<Record<string, unknown>>): BusinessObject };
  readonly overlays: {
    add(id: string, kind: string, overlay: Readonly<Record<string, unknown>>): string;
    remove(filter: { readonly type: string }): void;
  };
  readonly selection: { get(): DiagramElement[]; select(element: DiagramElement): void };
}
