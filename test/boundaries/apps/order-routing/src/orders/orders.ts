import '../persistence/save-changes.js';
export const orders = 1;
