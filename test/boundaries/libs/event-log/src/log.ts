import '../../platform/src/context/acting.js';
export const log = 1;
