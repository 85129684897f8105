/** Sixteen-bit floating point, which JS engines do not all have: IEEE half precision and bfloat16, as bit patterns. */

const bits = new DataView(new ArrayBuffer(4));

function floatBits(value: number): number {
  bits.setFloat32(0, value);
  return bits.getUint32(0);
}

function floatFromBits(pattern: number): number {
  bits.setUint32(0, pattern);
  return bits.getFloat32(0);
}

/** The half-precision number nearest to a float32, ties to even; beyond 65,504 it is infinite. */
export function toHalf(value: number): number {
  const pattern = floatBits(value);
  const sign = (pattern >>> 16) & 0x8000;
  const exponent = (pattern >>> 23) & 0xff;
  const fraction = pattern & 0x7fffff;
  if (exponent === 0xff) return sign | 0x7c00 | (fraction ? 0x200 : 0);
  const shifted = exponent - 127 + 15;
  if (shifted >= 31) return sign | 0x7c00;
  if (shifted >= 1) return sign | rounded((shifted << 23) | fraction, 13);
  // Too small for a normal half: its leading 1 moves into the fraction.
  const places = 14 - shifted;
  return places > 25 ? sign : sign | rounded(fraction | 0x800000, places);
}

/** `value / 2^places`, ties to even. */
function rounded(value: number, places: number): number {
  const whole = value >>> places;
  const rest = value & ((1 << places) - 1);
  const half = 1 << (places - 1);
  return whole + (rest > half || (rest === half && whole & 1) ? 1 : 0);
}

/** The number that a half-precision bit pattern stands for. */
export function fromHalf(pattern: number): number {
  const sign = pattern & 0x8000 ? -1 : 1;
  const exponent = (pattern >>> 10) & 0x1f;
  const fraction = pattern & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** The number that a bfloat16 bit pattern stands for: the upper half of a float32. */
export function fromBfloat16(pattern: number): number {
  return floatFromBits((pattern << 16) >>> 0);
}
