import '../views/view.js';
export const told = 1;
