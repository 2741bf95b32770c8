import '../persistence/save-changes.js';
export const owner = 1;
