import 'kafkajs';
export const supply = 1;
