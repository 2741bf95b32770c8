import './place.js';
export const cancel = 1;
