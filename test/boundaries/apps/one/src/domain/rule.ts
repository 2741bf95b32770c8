import '../orders/place.js';
export const rule = 1;
