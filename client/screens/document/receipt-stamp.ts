import type { ReceiptStamp } from '../../../server/contract/annotation-views.js';
import { moment } from '../../locale/format.js';
import { CHANNELS } from '../posteingang/words.js';

/** What the stamp says, line by line: that it came, when, how, and where it lies. */
export function stampLines({ receivedAt, channel, aktenzeichen }: ReceiptStamp): readonly string[] {
  return [$localize`:@@receipt.came:Eingegangen`, moment(receivedAt), CHANNELS[channel].word, aktenzeichen];
}

/** Edges in points of the page: near the upper right corner, where a stamp of rubber would be. */
const STAMP = { right: 24, top: 24, width: 150, line: 13, padding: 7 };

/** Draws the stamp onto a page that is printed, whose CSS px are `scale` to a point. */
export function paintStamp(
  context: CanvasRenderingContext2D,
  stamp: ReceiptStamp,
  page: { readonly width: number },
  scale: number,
): void {
  const lines = stampLines(stamp);
  const { right, top, width, line, padding } = STAMP;
  const left = page.width - right - width;
  const height = lines.length * line + 2 * padding;
  context.save();
  context.scale(scale, scale);
  context.fillStyle = 'rgb(255 255 255 / 80%)';
  context.fillRect(left, top, width, height);
  context.strokeStyle = '#8a1c1c';
  context.lineWidth = 1.5;
  context.strokeRect(left, top, width, height);
  context.fillStyle = '#8a1c1c';
  context.textAlign = 'center';
  context.textBaseline = 'top';
  lines.forEach((text, index) => {
    context.font = `${index === 0 ? 'bold ' : ''}9px "Fira Sans", sans-serif`;
    context.fillText(text, left + width / 2, top + padding + index * line, width - 2 * padding);
  });
  context.restore();
}
