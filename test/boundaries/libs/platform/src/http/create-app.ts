import '../../../files/src/files.js';
export const app = 1;
