import '../net.js';
export const verify = 1;
