/** Pixels as a canvas gives them: red, green, blue and opacity, row by row. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/*
 * Measured on pages of 300 dpi, drawn 384 px high, in pixels of 10,000 that are darker than the paper by 32 of 255: clean, grey and
 * recycled paper 0.0, folds and the text of the other side shining through 0.0, fifteen specks of dust 0.9, a lone page number 1.7;
 * „siehe Rückseite“ in 8 points 7.8, a small mark in pencil 8.2, a pale line 9.5, one line of text 72. Nearer to the paper than 32, the
 * other side counts (146 at 20); farther than 48, pencil is lost (2.4).
 */
const DARKER = 32;
const INK = 3 / 10_000;
/** Shares of width and height at the edges that are not looked at: there are punch holes, and the shadow beside the paper. */
const EDGE = { x: 0.09, y: 0.04 };
/** Darker than this in the middle it is no paper: a photograph, or a scan that failed. */
const PAPER = 128;

/**
 * Whether a page, drawn small, probably carries nothing. Only a person leaves it out.
 *
 * @param known says of a pixel that what is there is known and does not count
 */
export function looksBlank(pixels: Pixels, known: (x: number, y: number) => boolean = () => false): boolean {
  const { values, area } = brightnesses(pixels, known);
  const paper = median(values);
  if (paper < PAPER) return false;
  const dark = values.reduce((count, value) => (value < paper - DARKER ? count + 1 : count), 0);
  // Of the whole page also where a part is known: a mark does not weigh more for what stands beside it.
  return dark / area < INK;
}

/** By the weights of ITU-R BT.601, rounded: red ink is ink too. */
function brightnesses({ data, width, height }: Pixels, known: (x: number, y: number) => boolean) {
  const [left, top] = [Math.ceil(width * EDGE.x), Math.ceil(height * EDGE.y)];
  const area = (width - 2 * left) * (height - 2 * top);
  const values = new Uint8Array(area);
  let count = 0;
  for (let y = top; y < height - top; y += 1) {
    for (let x = left; x < width - left; x += 1) {
      if (known(x, y)) continue;
      const at = 4 * (y * width + x);
      values[count] = Math.round(0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0));
      count += 1;
    }
  }
  return { values: values.subarray(0, count), area };
}

function median(values: Uint8Array): number {
  return values.toSorted()[Math.floor(values.length / 2)] ?? 0;
}
