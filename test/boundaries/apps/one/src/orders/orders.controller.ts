import '../persistence/tables.js';
export const door = 1;
