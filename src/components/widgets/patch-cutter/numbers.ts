/** Numbers as the widget writes them. */

/** A number with `digits` decimals and a real minus sign; what rounds to zero has no sign. */
export function signed(value: number, digits = 3): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

/** How closely two computations agree, in words. */
export function agreement(difference: number): string {
  if (difference === 0) return 'exactly the same';
  const [digits, exponent] = difference.toExponential(0).split('e');
  return `the same to ${digits}e${exponent!.replace('-', '−')}`;
}
