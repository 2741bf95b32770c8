import { columnsOf, type FieldOf } from '#files/uploads/columns.js';

/** A file of stock statements: one row is what one producer has of one product on one day. */
export const STATEMENT_COLUMNS = columnsOf({
  seller: {
    headings: ['nomor penjual', 'seller reference', 'no penjual', 'no. penjual', 'nomor koperasi'],
    id: 'harus nomor koperasi yang sudah terdaftar, atau kosong bila produsen menjual sendiri',
    en: 'must be the number of a registered aggregator, or empty where the producer sells itself',
  },
  producer: {
    headings: ['nomor produsen', 'producer reference', 'no produsen', 'no. produsen'],
    required: true,
    id: 'harus nomor produsen yang sudah terdaftar',
    en: 'must be the number of a registered producer',
  },
  product: {
    headings: ['produk', 'product', 'nama produk'],
    required: true,
    id: 'harus nama produk yang sudah terdaftar',
    en: 'must be the name of a product that is known',
  },
  date: {
    headings: ['tanggal', 'date', 'tanggal produksi', 'tgl', 'tgl.'],
    required: true,
    id: 'harus tanggal produksi yang tidak di masa depan, misalnya 31/12/2026',
    en: 'must be the day of production, and not in the future',
  },
  delivery: {
    headings: ['nomor setoran', 'delivery number', 'no setoran', 'no. setoran', 'nomor nota setoran', 'setoran ke'],
    id: 'harus nomor setoran, berbeda untuk setiap setoran pada hari yang sama, atau kosong bila hanya satu',
    en: 'must be the number of the delivery, different for each of a day, or empty where there is only one',
  },
  unit: {
    headings: ['satuan', 'unit'],
    required: true,
    id: 'harus satuan untuk produk ini, misalnya kg',
    en: 'must be a unit of this product, such as kg',
  },
  produced: {
    headings: ['produksi', 'produced', 'jumlah produksi', 'hasil produksi'],
    figure: true,
    required: true,
    id: 'harus angka, tidak kurang dari yang diekspor, dijual lokal dan disimpan',
    en: 'must be a number, no less than what is exported, sold at home and held',
  },
  committedToExport: {
    headings: ['ekspor', 'export'],
    figure: true,
    id: 'harus angka 0 atau lebih, atau kosong',
    en: 'must be a number of 0 or more, or empty',
  },
  committedAtHome: {
    headings: ['pasar lokal', 'home market', 'pasar dalam negeri'],
    figure: true,
    id: 'harus angka 0 atau lebih, atau kosong',
    en: 'must be a number of 0 or more, or empty',
  },
  held: {
    headings: ['disimpan', 'held'],
    figure: true,
    id: 'harus angka 0 atau lebih, atau kosong',
    en: 'must be a number of 0 or more, or empty',
  },
  floorPrice: {
    headings: ['harga dasar', 'floor price'],
    figure: true,
    required: true,
    id: 'harus rupiah utuh per satuan dagang (kg, pasang, buah)',
    en: 'must be whole rupiah per trade unit (kg, pair, piece)',
  },
  bestBefore: {
    headings: ['baik sebelum', 'best before', 'baik digunakan sebelum', 'kedaluwarsa', 'tanggal kedaluwarsa'],
    id: 'harus tanggal sesudah produksi, atau kosong',
    en: 'must be a day after production, or empty',
  },
});

/** What a column can hold. */
export type Field = FieldOf<typeof STATEMENT_COLUMNS>;
