import { describe, expect, it } from 'vitest';
import type { CertificateKind } from '#kernel/states.js';
import { certificateNumber, isStandard, NUMBERS } from './certificate-number.js';

describe('the number of a certificate, as people write it', () => {
  it.each<[CertificateKind, string, string]>([
    ['P-IRT', 'P-IRT 2063302010001-24', 'P-IRT 2063302010001-24'],
    ['P-IRT', 'PIRT 2063302010001-24', 'P-IRT 2063302010001-24'],
    ['P-IRT', 'P-IRT No. 206330201000124', 'P-IRT 2063302010001-24'],
    ['P-IRT', 'SPP-IRT No. 206 3302 01 0001 - 24', 'P-IRT 2063302010001-24'],
    ['P-IRT', 'p.irt 206.3302.01.0001-24', 'P-IRT 2063302010001-24'],
    ['P-IRT', 'DINKES RI P-IRT: 2063302010001-24', 'P-IRT 2063302010001-24'],
    ['P-IRT', '206330201000124', 'P-IRT 2063302010001-24'],
    ['P-IRT', '2063302010001123-24', 'P-IRT 2063302010001123-24'],
    ['HALAL', 'ID 3311 0000 0000 10120', 'ID33110000000010120'],
    ['HALAL', 'id33110000000010120', 'ID33110000000010120'],
    ['HALAL', 'BPJPH No: ID33110000000010120', 'ID33110000000010120'],
    ['HALAL', 'MUI 0003.0075.721216', '00030075721216'],
    ['MD', 'BPOM RI MD 255511001052', 'MD 255511001052'],
    ['MD', 'MD255511001052', 'MD 255511001052'],
    ['MD', 'BPOM RI MD 2555 1100 1052', 'MD 255511001052'],
    ['SNI', 'SPPT SNI 123/S.01/LSPR-017-IDN/II/2019', '123/S.01/LSPR-017-IDN/II/2019'],
    ['ORGANIC', 'no. 123-lso-001-idn', '123-LSO-001-IDN'],
  ])('%s: %s', (kind, written, kept) => {
    expect(certificateNumber(kind, written)).toBe(kept);
    expect(NUMBERS[kind].shape.test(kept)).toBe(true);
    expect(certificateNumber(kind, kept)).toBe(kept);
  });

  it.each<[CertificateKind, string]>([
    ['P-IRT', 'P-IRT 20633020100'],
    ['P-IRT', '9063302010001-24'],
    ['P-IRT', 'in process'],
    ['HALAL', 'ID3311000000001012'],
    ['HALAL', 'halal'],
    ['MD', 'ML 255511001052'],
    ['SNI', 'not yet'],
  ])('%s: %s is none', (kind, written) => {
    expect(NUMBERS[kind].shape.test(certificateNumber(kind, written))).toBe(false);
  });

  it('of a standard is no certificate’s', () => {
    for (const text of ['SNI 01-3743-1995', 'SNI 3743:2021', 'SNI ISO 22000:2018', 'SNI 1234']) {
      expect(isStandard('SNI', certificateNumber('SNI', text))).toBe(true);
    }
    expect(isStandard('SNI', '123/S.01/LSPR-017-IDN/II/2019')).toBe(false);
  });
});
