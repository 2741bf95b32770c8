/** Days to pay after a receipt, where no agreement says otherwise: an assumption (docs/rules.md). */
export const PAYMENT_DAYS = 30;
