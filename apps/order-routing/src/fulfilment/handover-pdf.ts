import { Pdf } from '#files/documents/pdf.js';
import { dateText, dayText, quantityText } from '#files/documents/words.js';
import { moistureLimit } from '../domain/ledger/discrepancies.js';
import type { Handover } from './find-handover.js';

const MODES = { road: 'darat', sea: 'laut', air: 'udara', rail: 'kereta api' } as const;
const PER_CENT = new Intl.NumberFormat('id-ID', { minimumFractionDigits: 2 });

/** The record of handing over (berita acara serah terima) as PDF, A4, in Indonesian, for both sides to sign. */
export function handoverPdf(handover: Handover): Promise<Buffer> {
  const { id, receivedAt, partner } = handover;
  const title = 'Berita acara serah terima barang';
  const footer = `Dibuat ${dayText(receivedAt, partner)} dari catatan Serap, pengiriman ${id}`;
  return Pdf.make({ title, madeAt: receivedAt, footer }, (pdf) => {
    write(pdf, handover);
  });
}

/** What was measured, and the limit where it is above it. */
function moistureText(moisture: number | null, goods: Handover['goods']): string {
  if (moisture === null) return 'tidak diukur';
  const per = (hundredths: number): string => `${PER_CENT.format(hundredths / 100)} %`;
  const limits = goods.flatMap(({ commodity }) => moistureLimit(commodity) ?? []);
  const exceeded = limits.find((limit) => moisture > limit);
  return exceeded === undefined ? per(moisture) : `${per(moisture)}, melebihi batas ${per(exceeded)}`;
}

function write(
  pdf: Pdf,
  { id, origin, partner, order, legs, dispatchedAt, receivedAt, moisture, goods }: Handover,
): void {
  pdf.title('BERITA ACARA SERAH TERIMA BARANG', `Pengiriman ${id}`);
  pdf.paragraph(
    `Pada ${dayText(receivedAt, partner)}, daerah mitra ${partner} menerima dari daerah asal ${origin} barang yang ` +
      'tersebut di bawah ini, dalam jumlah dan keadaan yang tersebut di bawah ini.',
  );

  pdf.heading('A. Pesanan');
  pdf.table([150, '*'], undefined, [
    ['Nomor pesanan', order.id],
    ['Nomor pada pembeli', order.reference ?? '-'],
    ['Pembeli', order.buyer.name],
    ['NIB / NPWP', [order.buyer.nib, order.buyer.npwp].filter((number) => number).join(' / ') || '-'],
    ['Dikirim', dayText(dispatchedAt, origin)],
    ['Diterima', dayText(receivedAt, partner)],
    ['Kadar air', moistureText(moisture, goods)],
  ]);

  pdf.heading('B. Perjalanan');
  pdf.table(
    [120, 120, 70, '*', '*'],
    ['Dari', 'Ke', 'Lewat', 'Perkiraan tiba', 'Tiba'],
    legs.map(({ from, to, mode, eta, arrivedAt }) => [
      from,
      to,
      MODES[mode],
      dateText(eta),
      arrivedAt === null ? '-' : dayText(arrivedAt, partner),
    ]),
  );

  pdf.heading('C. Barang');
  pdf.table(
    [140, '*', '*', '*', '*'],
    ['Komoditas; lot', 'Dikirim', 'Diterima', 'Rusak', 'Tidak tiba'],
    goods.map(({ commodity, lot, unit, sent, accepted, damaged, missing }) => [
      `${commodity}\n${lot}`,
      ...[sent, accepted, damaged, missing].map((quantity) => quantityText(quantity, unit)),
    ]),
  );
  pdf.signatures(`Yang menyerahkan,\ndaerah asal ${origin}`, `Yang menerima,\ndaerah mitra ${partner}`);
}
