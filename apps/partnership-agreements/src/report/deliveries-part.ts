import type { Pdf } from '#files/documents/pdf.js';
import { dayText, quantityText } from '#files/documents/words.js';
import type { Report } from './find-report.js';

const RUPIAH = new Intl.NumberFormat('id-ID');

/** What was delivered and what it was worth, and what stood in the way. */
export function deliveriesPart(pdf: Pdf, report: Report): void {
  pdf.heading('G. Pengiriman dan nilai dalam periode laporan');
  pdf.table(
    [60, 120, 70, 90, 80, '*'],
    ['Tujuan', 'Komoditas', 'Pesanan; kiriman', 'Diterima', 'Di jalan', 'Nilai barang'],
    report.deliveries.map((row) => [
      row.destination,
      row.commodity,
      `${String(row.orders)}; ${String(row.deliveries)}`,
      quantityText(row.accepted, row.unit),
      quantityText(row.underWay, row.unit),
      `Rp${RUPIAH.format(row.amount)}`,
    ]),
  );
  pdf.heading('H. Hambatan');
  pdf.table([140, '*'], ['Hal', 'Keterangan'], obstacles(report));
}

/** What the record knows of: losses on the way, refusals at arrival, suspensions, and caps that were used up. */
function obstacles({ deliveries, stages, quota, agreement }: Report): string[][] {
  return [
    ...deliveries
      .filter(({ damaged, missing, refused }) => damaged + missing + refused > 0)
      .map(({ destination, commodity, unit, damaged, missing, refused }) => [
        `${commodity} ke ${destination}`,
        [
          `rusak ${quantityText(damaged, unit)}, hilang ${quantityText(missing, unit)}`,
          ...(refused > 0 ? [`${String(refused)} kiriman ditolak saat tiba`] : []),
        ].join('; '),
      ]),
    ...stages
      .filter(({ stage }) => stage === 'suspended')
      .map(({ at, remark }) => [
        'PKS ditangguhkan',
        `${dayText(at, agreement.origin)}${remark === null ? '' : `: ${remark}`}`,
      ]),
    ...quota
      .filter(({ term }) => (term.quotaKind ?? 'cap') === 'cap')
      .map((use) => ({ ...use, full: use.periods.filter(({ consumed, capacity }) => consumed >= capacity).length }))
      .filter(({ full }) => full > 0)
      .map(({ term, full }) => [
        `Kuota ${term.commodity} ke ${term.destination}`,
        `habis dalam ${String(full)} periode`,
      ]),
  ];
}
