const MARGIN = 48;
const TEXT = { font: 'Helvetica', size: 9 };

export interface DocumentOptions {
  readonly title: string;
  /** Also the file's own date: the same content gives the same bytes. */
  readonly madeAt: Date;
  /** Stands at the foot of every page, left of the page's number. */
  readonly footer: string;
}

/** An A4 document in Indonesian. docs/decisions/0012-pdf-reports.md */
export class Pdf {
  private constructor(private readonly pdf: PDFKit.PDFDocument) {}

  /** @returns the bytes of what `write` put on the pages */
  static async make(options: DocumentOptions, write: (pdf: Pdf) => void): Promise<Buffer> {
    // Loaded for the first document: a service that makes none today keeps 20 MiB.
    const { default: PDFDocument } = await import('pdfkit');
    const document = new PDFDocument({
      size: 'A4',
      margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + 20 },
      bufferPages: true,
      lang: 'id-ID',
      displayTitle: true,
      info: { Title: printable(options.title), Creator: 'Serap', CreationDate: options.madeAt },
    });
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    const done = new Promise<void>((resolve, reject) => document.on('end', resolve).on('error', reject));
    const pdf = new Pdf(document);
    write(pdf);
    pdf.number(options.footer);
    document.end();
    await done;
    return Buffer.concat(chunks);
  }

  title(...lines: readonly [string, ...string[]]): void {
    const [first, ...rest] = lines;
    this.pdf.font('Helvetica-Bold', 14).text(printable(first), { align: 'center' });
    for (const line of rest) this.pdf.font('Helvetica', 11).text(printable(line), { align: 'center' });
  }

  heading(text: string): void {
    this.pdf.moveDown(1).font('Helvetica-Bold', 11).text(printable(text)).moveDown(0.3);
  }

  subheading(text: string): void {
    this.pdf.moveDown(0.7).font('Helvetica-Bold', TEXT.size).text(printable(text));
  }

  paragraph(text: string): void {
    this.pdf.font(TEXT.font, TEXT.size).moveDown(0.5).text(printable(text));
  }

  /** @param columns widths in points; `*` shares what is left */
  table(
    columns: readonly (number | '*')[],
    head: readonly string[] | undefined,
    rows: readonly (readonly string[])[],
  ): void {
    const { pdf } = this;
    pdf.font(TEXT.font, TEXT.size);
    if (rows.length === 0) {
      pdf.text('Tidak ada.');
      return;
    }
    const bold = (head ?? []).map((text) => ({ text, font: { src: 'Helvetica-Bold' }, backgroundColor: '#e8e8e8' }));
    const cells = rows.map((row) => row.map((text) => text.split('\n').map(printable).join('\n')));
    pdf.x = MARGIN;
    pdf.table({
      columnStyles: columns.map((width) => ({ width })),
      defaultStyle: { border: 0.5, borderColor: '#888888', padding: 3 },
      data: head ? [bold, ...cells] : cells,
    });
    pdf.x = MARGIN;
  }

  /** Room for two signatures, side by side, on one page. */
  signatures(left: string, right: string): void {
    const { pdf } = this;
    if (pdf.y > pdf.page.height - 200) pdf.addPage();
    const half = (pdf.page.width - 2 * MARGIN) / 2;
    const top = pdf.y + 24;
    pdf.font(TEXT.font, TEXT.size);
    for (const [index, text] of [left, right].entries()) {
      const at = MARGIN + index * half;
      pdf.text(printable(text), at, top, { width: half, align: 'center' });
      pdf.text('( ........................................ )', at, top + 80, { width: half, align: 'center' });
    }
    pdf.x = MARGIN;
  }

  /** Numbers the pages, once it is known how many there are. */
  private number(footer: string): void {
    const { pdf } = this;
    const { count } = pdf.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      pdf.switchToPage(page);
      const { width, height } = pdf.page;
      // Below the margin: without this the line would open a page of its own.
      pdf.page.margins.bottom = 0;
      pdf.font('Helvetica', 7).text(printable(footer), MARGIN, height - MARGIN, { lineBreak: false });
      const place = `Halaman ${String(page + 1)} dari ${String(count)}`;
      pdf.text(place, MARGIN, height - MARGIN, { width: width - 2 * MARGIN, align: 'right' });
    }
  }
}

/** The standard fonts know Latin-1 only: what they do not know is shown as "?", never as another letter. */
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e\u00a1-\u00ff]/gu, '?');
}
