/** What tells earlier runs apart: pixels drawn and left out, in the order in which they are compared. */
export const runDashes = ['5 3', '2 2', '9 3 2 3', '1 4'] as const;
