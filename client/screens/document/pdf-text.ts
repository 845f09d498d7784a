import { pageTextOf, type PageText, type TextItem } from './page-text.js';
import type { PDFDocumentProxy } from './pdf.js';

/** The text of a PDF, page by page; each is read once. */
export class PdfText {
  private readonly pdf: Pick<PDFDocumentProxy, 'numPages' | 'getPage'>;
  private readonly read = new Map<number, Promise<PageText>>();

  constructor(pdf: Pick<PDFDocumentProxy, 'numPages' | 'getPage'>) {
    this.pdf = pdf;
  }

  get pages(): number {
    return this.pdf.numPages;
  }

  /** @param number from 1; a page that cannot be read has no text */
  page(number: number): Promise<PageText> {
    const page = this.read.get(number) ?? this.readPage(number).catch(() => pageTextOf(number, []));
    this.read.set(number, page);
    return page;
  }

  private async readPage(number: number): Promise<PageText> {
    const page = await this.pdf.getPage(number);
    const { items } = await page.getTextContent();
    return pageTextOf(
      number,
      items.filter((item): item is TextItem & (typeof items)[number] => 'str' in item),
    );
  }
}
