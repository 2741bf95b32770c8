import '../../platform/src/boot.js';
export const solve = 1;
