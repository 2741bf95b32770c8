import '../engine/run.js';
export const lot = 1;
