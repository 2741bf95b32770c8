import type { Language } from '../words/words.js';
import { ORDERS_EN } from './words-en.js';
import { ORDERS_ID, type OrdersWords } from './words-id.js';

export const ORDERS_WORDS: Readonly<Record<Language, OrdersWords>> = { id: ORDERS_ID, en: ORDERS_EN };
