import type { Day } from '../../contract/views.js';
import { composePdf } from '../../platform/pdf/compose-pdf.js';
import { A4, type Drawn } from '../../platform/pdf/drawing.js';
import { longGermanDay } from '../../rechnung/format-german.js';
import { fromTop, INK, LEFT, line, mm, paragraph, RIGHT, rightAligned, runningText } from './din-5008.js';
import type { Contour } from './raster/glyph-outline.js';
import { penStroke } from './raster/pen-stroke.js';
import { rasterisePage } from './raster/rasterise-page.js';
import { scanImage } from './raster/scan-image.js';

/** A typed letter as the scanner of the Poststelle delivers it: a picture without a text layer. */
export function scannedLetter(written: Day, scannedAt: Date, address: readonly string[]): Uint8Array {
  const page = { ...A4, items: typedLetter(written, address) };
  const picture = scanImage(rasterisePage(page, 150, 0.45, signature()), 417);
  return composePdf({ title: 'Scan', author: 'Poststelle', language: 'de-DE', createdAt: scannedAt }, [
    { ...A4, items: [picture] },
  ]);
}

function typedLetter(written: Day, address: readonly string[]): Drawn[] {
  return [
    paragraph(['Margarete Oldenhoff', 'Am Mühlengraben 27', '59990 Musterstadt'], LEFT, fromTop(22), 11, 15),
    paragraph(address, LEFT, fromTop(58), 11, 15),
    line('Ihr Zeichen: 20.31.02-2024/0007', LEFT, fromTop(94), 10.5, 'Regular', INK),
    rightAligned(`Musterstadt, ${longGermanDay(written)}`, RIGHT, fromTop(94), 10.5, 'Regular', INK),
    line('Antrag auf Verlängerung des Pachtvertrags, Gartenparzelle 14', LEFT, fromTop(108), 11.5, 'Bold', INK),
    ...runningText(
      [
        'Sehr geehrte Damen und Herren,',
        'seit dem Frühjahr 2017 habe ich vom Landkreis die Gartenparzelle 14 am Mühlengraben gepachtet (412 m²). Der Vertrag läuft zum Ende dieses Jahres aus.',
        'Ich beantrage, den Pachtvertrag zu den bisherigen Bedingungen um weitere fünf Jahre zu verlängern. Die Hecke zur Straße ist wie vereinbart auf 1,20 m zurückgeschnitten, den Wasseranschluss habe ich im Sommer auf eigene Kosten erneuern lassen.',
        'Über eine Nachricht bis zum Monatsende würde ich mich freuen, damit ich im Winter die Obstbäume schneiden lassen kann. Tagsüber bin ich unter 02999 63118 zu erreichen.',
        'Mit freundlichen Grüßen',
      ],
      fromTop(120),
      11,
      16.5,
    ),
    line('Margarete Oldenhoff', LEFT, fromTop(216), 11, 'Regular', INK),
  ];
}

/** The name above the typed one, by hand: no letters, only the movement of a pen. */
function signature(): Contour[] {
  // prettier-ignore
  const places: readonly (readonly [number, number])[] = [
    [0, 2], [4, 14], [7, 24], [9, 8], [12, 2], [17, 20], [20, 25], [21, 6], [25, 3], [31, 9], [29, 12], [27, 6], [33, 3],
    [38, 10], [40, 4], [46, 8], [48, -6], [44, -10], [52, 5], [58, 9], [63, 4], [72, 6], [80, 22], [90, 24], [95, 12],
    [86, 3], [79, 12], [88, 22], [100, 6], [106, 24], [108, 4], [116, 9], [120, 4], [128, 7], [150, 11],
  ];
  const base = { x: LEFT + mm(2), y: fromTop(208) };
  return penStroke(
    places.map(([x, y]) => ({ x: base.x + x * 0.85, y: base.y + y * 0.8 })),
    1.5,
  );
}
