import type { Page } from 'playwright-core';

/** How a sheet lay in the scanner, clockwise, and what somebody had written on it before. */
export interface InScanner {
  readonly degrees: number;
  readonly note?: string;
}

/** What is on its way to the printer of this page, as if it had been printed and scanned: 150 dpi, grey, with specks, a JPEG. */
export async function scannedPrint(page: Page, { degrees, note = '' }: InScanner): Promise<Buffer> {
  const scan = `(async () => {
    const sheet = document.querySelector('.print-pages svg').cloneNode(true);
    sheet.setAttribute('width', '1240');
    sheet.setAttribute('height', '1754');
    const print = new Image();
    print.src = 'data:image/svg+xml,' + encodeURIComponent(new XMLSerializer().serializeToString(sheet));
    await print.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: 1240, height: 1754 });
    const context = canvas.getContext('2d');
    context.fillStyle = '#e6e6e6';
    context.fillRect(0, 0, 1240, 1754);
    context.translate(620, 877);
    context.rotate((${degrees} * Math.PI) / 180);
    context.drawImage(print, -620, -877);
    context.fillStyle = '#333';
    context.font = '40px serif';
    context.fillText(${JSON.stringify(note)}, -480, -720);
    for (let speck = 0; speck < 8; speck += 1) context.fillRect(-500 + 130 * speck, 850 - 210 * speck, 2, 2);
    return canvas.toDataURL('image/jpeg', 0.7).split(',')[1];
  })()`;
  return Buffer.from(await page.evaluate<string>(scan), 'base64');
}
