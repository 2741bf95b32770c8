import '../supply/supply.js';
export const tables = 1;
