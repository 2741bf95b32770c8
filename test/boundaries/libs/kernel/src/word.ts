import '../../matching/src/solve.js';
export const word = 1;
