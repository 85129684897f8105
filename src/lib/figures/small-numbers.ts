/** Numbers that may be very small, as they stand in sentences and labels. */

/** "0", "4.2e−7", "0.036", "1.3": two figures. */
export function scientific(value: number): string {
  if (value === 0) return '0';
  if (Math.abs(value) >= 100) return minus(String(Math.round(value)));
  if (Math.abs(value) >= 0.01) return minus(value.toPrecision(2));
  const [digits, exponent] = value.toExponential(1).split('e');
  return minus(`${digits}e${exponent}`);
}

const minus = (text: string) => text.replaceAll('-', '−');
