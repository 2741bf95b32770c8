import '../runtime/owner.js';
export const event = 1;
