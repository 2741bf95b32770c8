import '../../kernel/src/word.js';
export const event = 1;
