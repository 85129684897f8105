/** Numbers as they stand in sentences, labels and tables. */

/** "0", "4.2e−7", "0.036", "1.3": two figures. */
export function scientific(value: number): string {
  if (value === 0) return '0';
  if (Math.abs(value) >= 100) return minus(String(Math.round(value)));
  if (Math.abs(value) >= 0.01) return minus(value.toPrecision(2));
  const [digits, exponent] = value.toExponential(1).split('e');
  return minus(`${digits}e${exponent}`);
}

/** "18.29", "0.014", "4.10e13", "3.2e−9": fit for sums whose terms lie far apart. */
export function compact(value: number): string {
  const size = Math.abs(value);
  if (value === 0 || (size >= 0.095 && size < 1e5)) return minus(value.toFixed(2));
  if (size >= 0.001 && size < 0.095) return minus(value.toPrecision(2));
  const [digits, exponent] = value.toExponential(size < 1 ? 1 : 2).split('e');
  return minus(`${digits}e${exponent!.replace('+', '')}`);
}

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

const minus = (text: string) => text.replaceAll('-', '−');
