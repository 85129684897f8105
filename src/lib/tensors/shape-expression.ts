/**
 * Sizes written with the book's letters, such as `P²C`, `N + 1` or `D / H`, and their numbers for a given model.
 *
 * A product needs no sign (`P²C` is P · P · C); words in small letters (`classes`) are sizes too.
 */

/** What each letter or word stands for: `{ N: 49, D: 32 }`. */
export type Sizes = Readonly<Record<string, number>>;

const token = /\d+|[A-Z]|[a-z]+|[²³+−·×/()]|\S/g;
const powers: Record<string, number> = { '²': 2, '³': 3 };

/** The number that an expression comes to. @throws RangeError naming the letter that is unknown or the sign that is out of place. */
export function sizeOf(expression: string, sizes: Sizes): number {
  const tokens = expression.match(token) ?? [];
  const next = () => tokens[0] ?? '';

  function sum(): number {
    let total = product();
    while (/[+−]/.test(next())) total += tokens.shift() === '+' ? product() : -product();
    return total;
  }

  function product(): number {
    let total = power();
    while (/[·×/(\dA-Za-z]/.test(next()))
      if (next() === '/') total /= (tokens.shift(), power());
      else total *= (/[·×]/.test(next()) && tokens.shift(), power());
    return total;
  }

  function power(): number {
    const base = atom();
    return next() in powers ? base ** powers[tokens.shift()!]! : base;
  }

  function atom(): number {
    const sign = tokens.shift() ?? 'its end';
    if (/^\d/.test(sign)) return Number(sign);
    if (sign in sizes) return sizes[sign]!;
    if (sign !== '(') throw new RangeError(`size “${expression}”: ${sign} stands for no number`);
    const inner = sum();
    if (tokens.shift() !== ')') throw new RangeError(`size “${expression}”: a bracket stays open`);
    return inner;
  }

  const total = sum();
  if (tokens.length > 0) throw new RangeError(`size “${expression}”: ${tokens[0]} is out of place`);
  return total;
}

/** All sizes of a shape: `['N + 1', 'D']` is `[50, 32]` for a model with N = 49 and D = 32. */
export function shapeOf(expressions: readonly string[], sizes: Sizes): number[] {
  return expressions.map((expression) => sizeOf(expression, sizes));
}

/** The dimension whose line a size carries: `N + 1` and `T` count tokens, as N does; null where it has none. */
export function lineLetter(expression: string): string | null {
  if (expression === 'T' || expression === 'N + 1') return 'N';
  return /^[A-Z]$/.test(expression) ? expression : null;
}
