import '../health/state.js';
export const find = 1;
