import { a } from './ring-a.js';
export const b = (): number => a();
