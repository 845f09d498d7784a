/** A value found on a page, ready to be marked there. */
export interface ShownPlace {
  readonly id: string;
  /** Name of the field that the value belongs to. */
  readonly label: string;
  readonly text: string;
  readonly page: number;
  /** Left, bottom, right, top in PDF user space. */
  readonly box: readonly [number, number, number, number];
}
