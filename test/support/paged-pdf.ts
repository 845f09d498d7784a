/**
 * A PDF of so many pages of A4, each with its number in words to select; written by hand, because it has an outline of two
 * levels, which the product does not write. The second of two pages lies across.
 */
export function pagedPdf(pages: number, outline: 'outline' | 'none' = 'outline'): Buffer {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const first = 5;
  const kids = Array.from({ length: pages }, (_, index) => `${first + 2 * index} 0 R`);
  const outlineAt = first + 2 * pages;
  add(`<< /Type /Catalog /Pages 2 0 R${outline === 'outline' ? ` /Outlines ${outlineAt} 0 R` : ''} >>`);
  add(`<< /Type /Pages /Count ${pages} /Kids [${kids.join(' ')}] >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  add('<< /Title (Seiten) >>');
  for (let page = 1; page <= pages; page += 1) {
    const box = page % 2 === 0 ? '[0 0 842 595]' : '[0 0 595 842]';
    const content = `BT /F1 24 Tf 72 500 Td (Blatt ${page} von ${pages}) Tj ET`;
    const contentAt = first + 2 * page - 1;
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Contents ${contentAt} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  if (outline === 'outline') {
    const to = (page: number) => `/Dest [${first + 2 * (page - 1)} 0 R /Fit]`;
    const at = (offset: number) => `${outlineAt + offset} 0 R`;
    add(`<< /Type /Outlines /First ${at(1)} /Last ${at(3)} /Count 3 >>`);
    add(`<< /Title (Sachverhalt) /Parent ${at(0)} /Next ${at(3)} /First ${at(2)} /Last ${at(2)} /Count 1 ${to(1)} >>`);
    add(`<< /Title (Vorgeschichte) /Parent ${at(1)} ${to(2)} >>`);
    add(`<< /Title (Begruendung) /Parent ${at(0)} /Prev ${at(1)} ${to(pages)} >>`);
  }
  return assembled(objects);
}

function assembled(objects: readonly string[]): Buffer {
  const offsets: number[] = [];
  let text = '%PDF-1.7\n';
  for (const [index, body] of objects.entries()) {
    offsets.push(text.length);
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
  }
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) text += `${String(offset).padStart(10, '0')} 00000 n \n`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
