/** Below this zoom the labels of steps cannot be read any more. */
const READABLE = 0.7;
const MARGIN = 24;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Canvas {
  zoom(level: 'fit-viewport', center: 'auto'): number;
  viewbox(): { readonly inner: Box; readonly outer: { readonly width: number; readonly height: number } };
  viewbox(box: Box): unknown;
}

/**
 * Shows the whole model where it can be read as a whole; else the part around `focus`, or the beginning of the model, in
 * a size that can be read.
 */
export function showReadable(canvas: Canvas, focus?: Partial<Box>): number {
  const fit = showWhole(canvas);
  if (fit >= READABLE) return fit;
  const { inner, outer } = canvas.viewbox();
  const [width, height] = [outer.width / READABLE, outer.height / READABLE];
  const middle = (focus?.y ?? inner.y + inner.height / 2) + (focus?.height ?? 0) / 2;
  const left = focus?.x === undefined ? inner.x - MARGIN : focus.x + (focus.width ?? 0) / 2 - width / 2;
  canvas.viewbox({ x: left, y: middle - height / 2, width, height });
  return READABLE;
}

/** Shows the whole model, with a margin, so that nothing touches the edge or hides below the mark. */
export function showWhole(canvas: Canvas): number {
  const fit = canvas.zoom('fit-viewport', 'auto');
  const { inner, outer } = canvas.viewbox();
  const zoom = Math.min(fit, (outer.width - 2 * MARGIN) / inner.width, (outer.height - 4 * MARGIN) / inner.height);
  const [width, height] = [outer.width / zoom, outer.height / zoom];
  canvas.viewbox({
    x: inner.x + inner.width / 2 - width / 2,
    y: inner.y + inner.height / 2 - height / 2,
    width,
    height,
  });
  return zoom;
}
