import '../boot/boot.js';
export const acting = 1;
