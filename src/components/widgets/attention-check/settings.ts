/** What the questions of chapter 4 ask about. */

/** By how much all scores of a row grow. */
export const raise = 5;

/** K of the product whose spread is asked for. */
export const asked = 64;
