import '../audit/call.js';
export const waiting = 1;
