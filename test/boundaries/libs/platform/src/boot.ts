import '../../../apps/two/src/domain/other.js';
export const boot = 1;
