import PDFDocument from 'pdfkit';
import type { QuotaUse } from '../domain/ledger.js';
import type { Report } from './find-report.js';
import { dateText, dayText, DOCUMENT_WORDS, EVERY_WORDS, quantityText, shareText, STAGE_WORDS } from './words.js';

const MARGIN = 48;
const TEXT = { font: 'Helvetica', size: 9 };

/** The standard fonts know Latin-1 only: what they do not know is shown as "?", never as another letter. */
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e\u00a1-\u00ff]/gu, '?');
}

type Pdf = PDFKit.PDFDocument;

/** A report as PDF, A4, in Indonesian. The same report gives the same bytes. */
export async function reportPdf(report: Report): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + 20 },
    bufferPages: true,
    lang: 'id-ID',
    displayTitle: true,
    info: {
      Title: printable(`Laporan berkala: ${report.agreement.title}`),
      Creator: 'Serap',
      CreationDate: report.madeAt,
    },
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => pdf.on('end', resolve).on('error', reject));
  write(pdf, report);
  number(pdf, report);
  pdf.end();
  await done;
  return Buffer.concat(chunks);
}

function write(pdf: Pdf, report: Report): void {
  const { agreement, quota } = report;
  const day = (at: string): string => dayText(at, agreement.origin);
  pdf.font('Helvetica-Bold', 14).text('LAPORAN BERKALA KERJA SAMA ANTARDAERAH', { align: 'center' });
  pdf.font('Helvetica', 11).text(printable(agreement.title), { align: 'center' });
  pdf.text(`Periode ${dateText(report.from)} s.d. ${dateText(report.to)}`, { align: 'center' });

  heading(pdf, 'A. Perjanjian');
  table(pdf, [150, '*'], undefined, [
    ['Daerah asal', agreement.origin],
    ['Daerah mitra', agreement.partner],
    ['Nomor pada daerah asal', agreement.originNumber ?? '-'],
    ['Nomor pada daerah mitra', agreement.partnerNumber ?? '-'],
    ['Dasar hukum', agreement.regime],
    ['Persetujuan DPRD', agreement.needsCouncil ? 'diperlukan' : 'tidak diperlukan'],
    ['Tahap saat laporan dibuat', word(STAGE_WORDS, agreement.stage)],
    ['Edisi', String(agreement.edition)],
    ['Masa berlaku', validity(agreement.effectiveFrom, agreement.effectiveTo)],
  ]);

  heading(pdf, 'B. Tahapan');
  table(
    pdf,
    [110, 190, '*'],
    ['Tanggal', 'Tahap', 'Keterangan'],
    [...report.stages.map(({ at, stage, remark }) => [day(at), word(STAGE_WORDS, stage), remark ?? ''])],
  );

  heading(pdf, 'C. Adendum');
  table(
    pdf,
    [50, 150, 130, '*'],
    ['Edisi', 'Nomor', 'Dicatat', 'Berlaku s.d.'],
    [
      ...report.addenda.map(({ edition, number, at, effectiveTo }) => [
        String(edition),
        number,
        day(at),
        dateText(effectiveTo),
      ]),
    ],
  );

  heading(pdf, 'D. Penanda tangan');
  table(
    pdf,
    [80, 160, '*'],
    ['Pihak', 'Nama', 'Kewenangan'],
    [
      ...report.signatories.map(({ side, name, office, powerOfAttorney }) => [
        side === 'origin' ? 'Daerah asal' : 'Daerah mitra',
        name,
        office === 'head-of-region' ? 'Kepala daerah' : `Surat kuasa ${powerOfAttorney ?? '(belum ada)'}`,
      ]),
    ],
  );

  heading(pdf, 'E. Dokumen');
  table(
    pdf,
    [130, 80, '*'],
    ['Dokumen', 'Nomor', 'Dicatat; SHA-256'],
    [
      ...report.documents.map(({ kind, number: no, recordedAt, sha256 }) => [
        word(DOCUMENT_WORDS, kind),
        no ?? '-',
        `${day(recordedAt)}\n${sha256.slice(0, 32)}\n${sha256.slice(32)}`,
      ]),
    ],
  );

  heading(pdf, 'F. Penggunaan kuota');
  table(
    pdf,
    [60, 150, 130, '*'],
    ['Tujuan', 'Komoditas', 'Kuota', 'Terpakai dalam periode laporan'],
    quota.map(({ term, consumed }) => [
      term.destination,
      term.commodity,
      `${quantityText(term.quota, term.unit)} per ${EVERY_WORDS[term.period]}`,
      quantityText(consumed, term.unit),
    ]),
  );
  for (const use of quota) if (use.periods.length > 0) periods(pdf, use);
}

function periods(pdf: Pdf, { term, periods: rows }: QuotaUse): void {
  pdf.moveDown(0.7).font('Helvetica-Bold', 9);
  pdf.text(printable(`${term.commodity} ke ${term.destination}, per ${EVERY_WORDS[term.period]}`));
  table(
    pdf,
    [150, 120, 120, '*'],
    ['Mulai', 'Kuota', 'Terpakai', 'Bagian'],
    rows.map(({ period, capacity, consumed }) => [
      period === 'whole' ? 'Seluruh masa berlaku' : dateText(period),
      quantityText(capacity, term.unit),
      quantityText(consumed, term.unit),
      shareText(consumed, capacity),
    ]),
  );
}

function heading(pdf: Pdf, text: string): void {
  pdf.moveDown(1).font('Helvetica-Bold', 11).text(text).moveDown(0.3);
}

function table(
  pdf: Pdf,
  columnStyles: (number | '*')[],
  head: readonly string[] | undefined,
  rows: readonly (readonly string[])[],
): void {
  pdf.font(TEXT.font, TEXT.size);
  if (rows.length === 0) {
    pdf.text('Tidak ada.');
    return;
  }
  const bold = (head ?? []).map((text) => ({ text, font: { src: 'Helvetica-Bold' }, backgroundColor: '#e8e8e8' }));
  const cells = rows.map((row) => row.map((text) => text.split('\n').map(printable).join('\n')));
  pdf.x = MARGIN;
  pdf.table({
    columnStyles: columnStyles.map((width) => ({ width })),
    defaultStyle: { border: 0.5, borderColor: '#888888', padding: 3 },
    data: head ? [bold, ...cells] : cells,
  });
  pdf.x = MARGIN;
}

/** Numbers the pages, once it is known how many there are. */
function number(pdf: Pdf, { agreement, madeAt }: Report): void {
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    const { width, height } = pdf.page;
    // Below the margin: without this the line would open a page of its own.
    pdf.page.margins.bottom = 0;
    const made = `Dibuat ${dayText(madeAt, agreement.origin)} dari catatan Serap, perjanjian ${agreement.id}`;
    pdf.font('Helvetica', 7).text(made, MARGIN, height - MARGIN, { lineBreak: false });
    const place = `Halaman ${String(page + 1)} dari ${String(count)}`;
    pdf.text(place, MARGIN, height - MARGIN, { width: width - 2 * MARGIN, align: 'right' });
  }
}

function validity(from: string | null, to: string | null): string {
  return from === null || to === null ? 'belum berlaku' : `${dateText(from)} s.d. ${dateText(to)}`;
}

function word(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code;
}
