import { Pdf } from '#files/documents/pdf.js';
import { dateText, dayText, quantityText, shareText } from '#files/documents/words.js';
import { loadTolerance } from '#kernel/load-tolerance.js';
import { PAYMENT_DAYS } from '#kernel/payment-days.js';
import type { QuotaUse } from '../domain/ledger.js';
import type { Term } from '../domain/term.js';
import { deliveriesPart } from './deliveries-part.js';
import type { Report } from './find-report.js';
import { DOCUMENT_WORDS, EVERY_WORDS, FILING_WORDS, QUOTA_KIND_WORDS, SIDE_WORDS, STAGE_WORDS } from './words.js';

/** A report as PDF, A4, in Indonesian. The same report gives the same bytes. */
export function reportPdf(report: Report): Promise<Buffer> {
  const { agreement, madeAt } = report;
  const title = `Laporan berkala: ${agreement.title}`;
  const footer = `Dibuat ${dayText(madeAt, agreement.origin)} dari catatan Serap, perjanjian ${agreement.id}`;
  return Pdf.make({ title, madeAt, footer }, (pdf) => {
    write(pdf, report);
  });
}

function write(pdf: Pdf, report: Report): void {
  const { agreement } = report;
  const day = (at: string): string => dayText(at, agreement.origin);
  pdf.title(
    'LAPORAN BERKALA KERJA SAMA ANTARDAERAH',
    agreement.title,
    `Periode ${dateText(report.from)} s.d. ${dateText(report.to)}`,
  );

  pdf.heading('A. Perjanjian');
  pdf.table([150, '*'], undefined, [
    ['Daerah asal', agreement.origin],
    ['Daerah mitra', agreement.partner],
    ['Nomor pada daerah asal', agreement.originNumber ?? '-'],
    ['Nomor pada daerah mitra', agreement.partnerNumber ?? '-'],
    ['Dasar hukum', agreement.regime],
    ['Persetujuan DPRD', agreement.needsCouncil ? 'diperlukan' : 'tidak diperlukan'],
    ['Tahap saat laporan dibuat', STAGE_WORDS[agreement.stage]],
    ['Edisi', String(agreement.edition)],
    ['Masa berlaku', validity(agreement.effectiveFrom, agreement.effectiveTo)],
    ['PKS ditandatangani', agreement.signedOn === null ? '-' : dateText(agreement.signedOn)],
    ...(agreement.backdatingReason === null ? [] : [['Alasan berlaku surut', agreement.backdatingReason]]),
  ]);

  pdf.heading('B. Tahapan');
  pdf.table(
    [110, 190, '*'],
    ['Tanggal', 'Tahap', 'Keterangan'],
    [...report.stages.map(({ at, stage, remark }) => [day(at), STAGE_WORDS[stage], remark ?? ''])],
  );

  pdf.heading('C. Adendum');
  pdf.table(
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

  people(pdf, report);
  usage(pdf, report);
}

function people(pdf: Pdf, report: Report): void {
  const day = (at: string): string => dayText(at, report.agreement.origin);
  pdf.heading('D. Penanda tangan');
  pdf.table(
    [80, 140, '*', 80],
    ['Pihak', 'Nama', 'Kewenangan', 'Dicatat oleh'],
    [
      ...report.signatories.map(({ side, name, office, powerOfAttorney, recordedBy }) => [
        SIDE_WORDS[side],
        name,
        office === 'head-of-region' ? 'Kepala daerah' : `Surat kuasa ${powerOfAttorney ?? '(belum ada)'}`,
        SIDE_WORDS[recordedBy],
      ]),
    ],
  );

  pdf.heading('E. Dokumen');
  pdf.table(
    [130, 80, '*'],
    ['Dokumen', 'Nomor', 'Dicatat, oleh; SHA-256'],
    [
      ...report.documents.map(({ kind, number: no, recordedAt, sha256, side, bytes }) => [
        DOCUMENT_WORDS[kind],
        no ?? '-',
        `${day(recordedAt)}, ${SIDE_WORDS[side].toLowerCase()}; ${bytes === null ? 'naskah belum disimpan' : 'naskah disimpan'}\n${sha256.slice(0, 32)}\n${sha256.slice(32)}`,
      ]),
    ],
  );
}

const PER_CENT = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 2 });

function usage(pdf: Pdf, report: Report): void {
  const { quota } = report;
  pdf.heading('F. Penggunaan kuota');
  pdf.table(
    [55, 115, 100, 70, 60, '*'],
    ['Tujuan', 'Komoditas', 'Kuota atau target', 'Pembayaran', 'Toleransi muatan', 'Terpakai dalam periode laporan'],
    quota.map(({ term, consumed }) => [
      term.destination,
      term.commodity,
      quotaText(term),
      `${String(term.paymentDays ?? PAYMENT_DAYS)} hari`,
      `${PER_CENT.format(loadTolerance(term, term.unit) / 100)} %`,
      quantityText(consumed, term.unit),
    ]),
  );
  for (const use of quota) if (use.periods.length > 0) periods(pdf, use);

  deliveriesPart(pdf, report);

  pdf.heading('I. Penatausahaan');
  pdf.table(
    [80, 120, 150, '*'],
    ['Tanggal', 'Nomor agenda', 'Jenis', 'Catatan'],
    report.filings.map(({ date, agendaNumber, kind, note }) => [
      dateText(date),
      agendaNumber,
      FILING_WORDS[kind],
      note ?? '',
    ]),
  );

  pdf.heading('J. Pelaporan');
  pdf.table(
    [150, 150, '*'],
    ['Jatuh tempo', 'Disampaikan', 'Nomor'],
    report.submitted.map(({ dueOn, submittedOn, number }) => [dateText(dueOn), dateText(submittedOn), number ?? '-']),
  );
}

function periods(pdf: Pdf, { term, periods: rows }: QuotaUse): void {
  const measure = measureOf(term);
  pdf.subheading(`${term.commodity} ke ${term.destination}, per ${EVERY_WORDS[term.period]}`);
  pdf.table(
    [150, 120, 120, '*'],
    ['Mulai', 'Kuota atau target', 'Terpakai', 'Bagian'],
    rows.map(({ period, capacity, consumed }) => [
      period === 'whole' ? 'Seluruh masa berlaku' : dateText(period),
      measure === undefined ? QUOTA_KIND_WORDS.unlimited : quantityText(measure(capacity), term.unit),
      quantityText(consumed, term.unit),
      measure === undefined ? '-' : shareText(consumed, measure(capacity)),
    ]),
  );
}

/** What a period's use is held against: a cap as it then was, a target as it is; nothing without a limit. */
function measureOf({ quota, quotaKind = 'cap' }: Term): ((capacity: number) => number) | undefined {
  if (quotaKind === 'unlimited') return undefined;
  return quotaKind === 'target' ? () => quota : (capacity) => capacity;
}

function quotaText({ quota, quotaKind = 'cap', unit, period }: Term): string {
  if (quotaKind === 'unlimited') return QUOTA_KIND_WORDS.unlimited;
  const volume = `${quantityText(quota, unit)} per ${EVERY_WORDS[period]}`;
  return quotaKind === 'target' ? `${QUOTA_KIND_WORDS.target} ${volume}` : volume;
}

function validity(from: string | null, to: string | null): string {
  return from === null || to === null ? 'belum berlaku' : `${dateText(from)} s.d. ${dateText(to)}`;
}
