import { b } from './ring-b.js';
export const a = (): number => b();
