export const net = 1;
