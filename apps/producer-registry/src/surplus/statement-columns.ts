import type { Columns } from '#files/uploads/columns.js';

export type Field =
  | 'seller'
  | 'producer'
  | 'product'
  | 'date'
  | 'unit'
  | 'produced'
  | 'committedToExport'
  | 'committedAtHome'
  | 'held'
  | 'floorPrice'
  | 'bestBefore';

/** A file of stock statements: one row is what one producer has of one product on one day. */
export const STATEMENT_COLUMNS: Columns<Field> = {
  required: ['producer', 'product', 'date', 'unit', 'produced', 'floorPrice'],
  headings: {
    seller: ['nomor penjual', 'seller reference'],
    producer: ['nomor produsen', 'producer reference'],
    product: ['produk', 'product'],
    date: ['tanggal', 'date'],
    unit: ['satuan', 'unit'],
    produced: ['produksi', 'produced'],
    committedToExport: ['ekspor', 'export'],
    committedAtHome: ['pasar lokal', 'home market'],
    held: ['disimpan', 'held'],
    floorPrice: ['harga dasar', 'floor price'],
    bestBefore: ['baik sebelum', 'best before'],
  },
  wanted: {
    id: {
      seller: 'harus nomor koperasi yang sudah terdaftar, atau kosong bila produsen menjual sendiri',
      producer: 'harus nomor produsen yang sudah terdaftar',
      product: 'harus nama produk yang sudah terdaftar',
      date: 'harus tanggal produksi yang tidak di masa depan, misalnya 31/12/2026',
      unit: 'harus satuan untuk produk ini, misalnya kg',
      produced: 'harus angka, tidak kurang dari yang diekspor, dijual lokal dan disimpan',
      committedToExport: 'harus angka 0 atau lebih, atau kosong',
      committedAtHome: 'harus angka 0 atau lebih, atau kosong',
      held: 'harus angka 0 atau lebih, atau kosong',
      floorPrice: 'harus rupiah utuh per satuan dagang (kg, pasang, buah)',
      bestBefore: 'harus tanggal sesudah produksi, atau kosong',
    },
    en: {
      seller: 'must be the number of a registered aggregator, or empty where the producer sells itself',
      producer: 'must be the number of a registered producer',
      product: 'must be the name of a product that is known',
      date: 'must be the day of production, and not in the future',
      unit: 'must be a unit of this product, such as kg',
      produced: 'must be a number, no less than what is exported, sold at home and held',
      committedToExport: 'must be a number of 0 or more, or empty',
      committedAtHome: 'must be a number of 0 or more, or empty',
      held: 'must be a number of 0 or more, or empty',
      floorPrice: 'must be whole rupiah per trade unit (kg, pair, piece)',
      bestBefore: 'must be a day after production, or empty',
    },
  },
};
