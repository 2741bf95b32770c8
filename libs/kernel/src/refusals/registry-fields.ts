import type { Words } from './words.js';

/** What producer-registry says of one field. */
export const REGISTRY_FIELDS = {
  'certificate-like': { en: 'must look like {like}', id: 'harus seperti {like}' },
  'certificate-standard': {
    en: '{number} is the number of a standard; give the number of the certificate (SPPT-SNI) as its body wrote it',
    id: '{number} adalah nomor standar; isi nomor sertifikatnya (SPPT-SNI) seperti ditulis lembaga sertifikasinya',
  },
  'certificate-ended': {
    en: 'has passed: the certificate ended before today ({day})',
    id: 'sudah lewat: sertifikat berakhir sebelum hari ini ({day})',
  },
  'certificate-of-another': {
    en: 'belongs to another producer; check the number, or have the other record revoked',
    id: 'milik produsen lain; periksa nomornya, atau minta catatan yang lain dicabut',
  },
  'pirt-longer': {
    en: 'has more than 15 digits; check it with the certificate',
    id: 'lebih dari 15 angka; periksa dengan sertifikatnya',
  },
  'certificate-until': {
    en: 'must not be before the issue date',
    id: 'tidak boleh sebelum tanggal terbit',
  },
  'pirt-regency': {
    en: 'digits 4 to 7 are not the code of this regency ({region}); check it with the certificate',
    id: 'angka ke-4 s.d. ke-7 bukan kode kabupaten/kota ini ({region}); periksa dengan sertifikatnya',
  },
  'pirt-until': { en: 'is required for P-IRT', id: 'wajib untuk P-IRT' },
  'pirt-year': {
    en: "must fall in the year given by the number's last two digits",
    id: 'harus pada tahun sesuai dua angka terakhir nomor',
  },
  'certificate-recorded': {
    en: 'is already recorded for this producer',
    id: 'sudah tercatat untuk produsen ini',
  },
  'coaching-recorded': {
    en: 'already has a record of {kind}',
    id: 'sudah ada catatan {kind} pada tanggal ini',
  },
  'reference-taken': { en: 'is used by another producer', id: 'sudah dipakai produsen lain' },
  'name-taken': { en: 'is already used for this commodity', id: 'sudah dipakai untuk komoditas ini' },
  'unit-is': { en: 'must be {unit}', id: 'harus {unit}' },
  packaging: {
    en: 'must name a package larger than one unit',
    id: 'harus menyebut kemasan lebih dari satu satuan',
  },
  'sold-as': {
    en: 'must be as for the other products of {commodity}: {rule}',
    id: 'harus seperti produk {commodity} yang lain: {rule}',
  },
  'kind-stays': { en: 'cannot be changed from {kind}', id: 'tidak dapat diubah dari {kind}' },
  'village-unknown': {
    en: "does not exist; check the code in the ministry's list",
    id: 'tidak ada; periksa kode pada daftar Kemendagri',
  },
  'village-code': { en: 'must be a village code NN.NN.NN.NNNN', id: 'harus kode desa NN.NN.NN.NNNN' },
  'above-total': { en: 'must not exceed the total', id: 'tidak boleh melebihi jumlah seluruhnya' },
  'with-kbli': { en: 'is required together with KBLI', id: 'wajib diisi bersama KBLI' },
  'with-nik': { en: 'is required together with the NIK', id: 'wajib diisi bersama NIK' },
  'nik-aggregator': { en: 'must be empty for an aggregator', id: 'harus kosong untuk koperasi' },
  'form-aggregator': {
    en: 'is required for aggregators and must be empty otherwise',
    id: 'wajib untuk koperasi, dan kosong untuk yang lain',
  },
  'consent-aggregator': { en: 'only for aggregators', id: 'hanya untuk koperasi' },
  'is-closed': { en: 'is closed', id: 'sudah nonaktif' },
  'not-of-region': { en: 'is not a producer of this region', id: 'bukan produsen daerah ini' },
  'nik-region': {
    en: 'digits 1 to 4 are the code of no regency that exists or did, or no district follows',
    id: 'angka ke-1 s.d. ke-4 bukan kode kabupaten/kota yang ada atau pernah ada, atau kecamatannya kosong',
  },
  'nik-birth': {
    en: 'digits 7 to 12 are not a birth date (DDMMYY; +40 for women)',
    id: 'angka ke-7 s.d. ke-12 bukan tanggal lahir (perempuan: tanggal + 40)',
  },
  'nik-serial': { en: 'the last four digits start at 0001', id: 'empat angka terakhir mulai dari 0001' },
  'umkm-rule': { en: 'the rule in force on {day} was {rule}', id: 'aturan yang berlaku pada {day} adalah {rule}' },
  'umkm-class': {
    en: 'the figures do not match class {class} under {rule}',
    id: 'angka tidak sesuai skala {class} menurut {rule}',
  },
  'not-a-member': { en: 'is not a member of the seller', id: 'bukan anggota penjual' },
  standing: { en: 'is {status}', id: 'berstatus {status}' },
  'stated-already': { en: 'already has a statement for {day}', id: 'sudah dilaporkan untuk {day}' },
  'list-members': {
    en: "an aggregator must list its members' contributions",
    id: 'koperasi wajib mengisi rincian tiap anggota',
  },
  'no-members': {
    en: 'only an aggregator may list contributions',
    id: 'hanya koperasi yang mengisi rincian anggota',
  },
  'either-figures': {
    en: 'give either contributions or figures, not both',
    id: 'isi rincian anggota atau angka sendiri, jangan keduanya',
  },
  'split-villages': {
    en: 'must have at most {n} rows; split it by village',
    id: 'paling banyak {n} baris; pecah per desa',
  },
  'before-production': {
    en: 'must not be before the production date',
    id: 'tidak boleh sebelum tanggal produksi',
  },
  'below-committed': {
    en: 'must not be less than committed plus held',
    id: 'tidak boleh kurang dari yang terikat dan disimpan',
  },
  'named-twice': { en: 'is listed twice', id: 'disebut dua kali' },
  'above-declared': { en: 'exceeds the declared {n}', id: 'melebihi {n} yang dilaporkan' },
  'adds-once': {
    en: 'a delivery that adds to the day cannot repeat',
    id: 'tambahan untuk hari itu tidak dapat berulang',
  },
  'correction-down': {
    en: 'must leave less than the {n} stated; what came later is stated with "adds"',
    id: 'harus menyisakan kurang dari {n} yang dilaporkan; tambahan dilaporkan dengan "adds"',
  },
  'correction-delivery': {
    en: 'takes off more than one delivery has; at most {n} of the last one',
    id: 'mengurangi lebih dari satu setoran; paling banyak {n} dari setoran terakhir',
  },
  'correction-bound': {
    en: 'goes below what is bound or has left: {n} of this lot',
    id: 'kurang dari yang sudah ditetapkan atau dikirim: {n} dari lot ini',
  },
  'no-part': { en: 'has no contribution in this lot', id: 'tidak memiliki bagian dalam lot ini' },
} as const satisfies Record<string, Words>;
