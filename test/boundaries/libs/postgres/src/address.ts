import '../../platform/src/context/acting.js';
export const address = 1;
