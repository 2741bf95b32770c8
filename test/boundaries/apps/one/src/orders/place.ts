import '../shipments/ship.js';
export const place = 1;
