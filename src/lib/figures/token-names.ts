/** Tokens in words: token 0 is the class token, token i is patch i, counted row by row from 1 as in Eq. 1. */

/** "class token", "patch 24". */
export const tokenName = (token: number): string =>
  token === 0 ? 'class token' : `patch ${token}`;

/** "the class token", "patch 24": within a sentence. */
export const tokenWords = (token: number): string =>
  token === 0 ? 'the class token' : tokenName(token);

/** "row 4, column 3", both from 1; empty for the class token. */
export function placeWords(token: number, grid: number): string {
  if (token === 0) return '';
  return `row ${Math.floor((token - 1) / grid) + 1}, column ${((token - 1) % grid) + 1}`;
}

/** Where a patch lies as seen from another: "2 down and 1 to the left"; null where one of them is no patch. */
export function directionWords(from: number, to: number, grid: number): string | null {
  if (from === 0 || to === 0) return null;
  if (from === to) return 'itself';
  const down = Math.floor((to - 1) / grid) - Math.floor((from - 1) / grid);
  const right = ((to - 1) % grid) - ((from - 1) % grid);
  const parts = [
    down !== 0 && `${Math.abs(down)} ${down > 0 ? 'down' : 'up'}`,
    right !== 0 && `${Math.abs(right)} to the ${right > 0 ? 'right' : 'left'}`,
  ];
  return parts.filter(Boolean).join(' and ');
}
