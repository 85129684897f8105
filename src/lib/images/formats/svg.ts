/** SVG: text whose first element is `svg`, after a byte order mark, declarations and comments. */
const beforeTheRoot =
  /^\uFEFF?(?:\s+|<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE\s+(?:[\w.-]+:)?svg(?:[^>[]|\[[^\]]*\])*>)*/i;

/** Enough of the file to see its first element. */
const looked = 65_536;

export function isSvg(bytes: Uint8Array): boolean {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, looked));
  return /^<(?:[\w.-]+:)?svg[\s/>]/i.test(text.slice(beforeTheRoot.exec(text)![0].length));
}

/** By the byte order mark, UTF-8 without one. */
export function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
