import type { FontWeight } from './truetype.js';

/** What a run of text is, for people who hear the page (ISO 32000-2, 14.8.4). */
export type TextRole = 'H1' | 'H2' | 'P';

/** Red, green, blue from 0 to 1. */
export type Colour = readonly [number, number, number];

export interface TextStyle {
  /** Points. */
  readonly size: number;
  readonly weight: FontWeight;
  readonly colour: Colour;
}

/** Lines that are read as one: a heading, a paragraph, a label with its value. */
export interface DrawnText {
  readonly kind: 'text';
  readonly role: TextRole;
  readonly runs: readonly (TextStyle & { readonly text: string; readonly x: number; readonly baseline: number })[];
}

/** A filled rectangle; decoration that nobody has to hear. A rule is a thin one. */
export interface DrawnBox {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: Colour;
}

/** A grey picture, 16 levels, one nibble per pixel, rows from the top, each row in whole bytes. */
export interface DrawnImage {
  readonly kind: 'image';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  readonly nibbles: Uint8Array;
}

export type Drawn = DrawnText | DrawnBox | DrawnImage;

/** One page; points, origin at the lower left. */
export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  readonly items: readonly Drawn[];
}

export const A4 = { width: 595.28, height: 841.89 } as const;
