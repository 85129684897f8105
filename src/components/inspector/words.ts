/** What inspectors say. */
import { pictureRange, type PictureKind } from '../../lib/figures/symbol-picture.ts';
import { whole } from '../../lib/figures/words.ts';
import { shapeOf, type Sizes } from '../../lib/tensors/shape-expression.ts';
import type { BookEntry } from './book-symbol.ts';
import type { SymbolValue } from './symbol-values.ts';

/** "E, the patch projection, 768 by 32"; a vector has "32 numbers", a letter its number. */
export function spoken(entry: BookEntry, sizes: Sizes | null, index: string | null): string {
  if (entry.letter) return [entry.id, entry.meaning, sizes?.[entry.id]].filter(Boolean).join(', ');
  const { say, shape } = entry;
  const which = index === null ? '' : `, number ${index}`;
  if (!sizes) return say + which;
  const sides = shapeOf(shape, sizes);
  const size = sides.length === 1 ? `${sides[0]} numbers` : sides.join(' by ');
  return `${say}${which}, ${size}`;
}

const layouts: Record<PictureKind, string> = {
  patches: '',
  filters: 'each column folded as a patch',
  tokens: 'tokens run left to right',
  heads: 'a band for each head, tokens left to right',
  maps: 'a map for each head, queries down, keys across',
  weights: 'a map for each head, queries down, keys across',
  row: '',
};

/** How the picture is to be read: "tokens run left to right, −0.31 to 0.31". */
export function reading(kind: PictureKind, { values, patch }: SymbolValue): string {
  const channels =
    kind === 'filters' && patch.inChannels === 3 ? 'red, green, blue side by side' : '';
  const range = kind === 'patches' ? '' : pictureRange(kind, values).map(short).join(' to ');
  return [layouts[kind], channels, range].filter(Boolean).join(', ');
}

/** Two significant figures, with a real minus. */
function short(value: number): string {
  const rounded = Number(value.toPrecision(2));
  return String(rounded).replace('-', '−');
}

/** What an inspector says before anything is pointed at. */
export const hint = 'Point at a symbol, or move to it with Tab and the arrow keys.';

export function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** How much of a value a table of its first numbers leaves out. */
export function moreRows(shape: readonly number[], more: number): string {
  const all = shape.reduce((product, side) => product * side, 1);
  if (more === 0) return `All ${whole(all)} numbers.`;
  return `The first of ${shape.join(' × ')} = ${whole(all)} numbers; ${whole(more)} more are in the picture only.`;
}
