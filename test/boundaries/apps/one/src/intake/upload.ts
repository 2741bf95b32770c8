import { supply } from '../supply/supply.js';

export const upload = supply;
