/**
 * Number of the rules by which inputs are decided: raised by every release in which an input of a journal leads to another
 * state than before. A journal is folded by the rules that decided it: where they change, the owner puts the market down
 * as it is, and the fold starts there. docs/decisions/0040-market-time.md
 */
export const DECISION_RULES = 3;
