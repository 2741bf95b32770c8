import '../../../two/src/domain/other.js';
export const ship = 1;
