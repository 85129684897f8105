/** Matrices as rectangles to one scale, `×` and `=` between them, as markup. */
import { escapeMarkup } from './markup.ts';
import { tenth } from './scale.ts';

export interface SizedMatrix {
  name: string;
  /** A colour token of the page. */
  hue: string;
  rows: number;
  columns: number;
  /** What its sides are: "N", "P²C". */
  sides: readonly [rows: string, columns: string];
}

const gap = 56;
const margin = { left: 44, top: 34, bottom: 8 };

export function shapeSizes(
  matrices: readonly SizedMatrix[],
  signs: readonly string[],
  { width, tallest }: { width: number; tallest: number },
): string {
  const across = matrices.reduce((sum, { columns }) => sum + columns, 0);
  const most = Math.max(...matrices.map(({ rows }) => rows));
  const room = width - margin.left - gap * signs.length - 4;
  const scale = Math.min(room / across, tallest / most);
  const height = margin.top + most * scale + margin.bottom;
  let left = margin.left;
  const drawn = matrices.map((matrix, i) => {
    const at = left;
    left += matrix.columns * scale + gap;
    return rectangle(matrix, at, scale) + (signs[i] ? sign(signs[i]!, left - gap + 8) : '');
  });
  const words = matrices.map(({ name, rows, columns }) => `${name} ${rows} by ${columns}`);
  return (
    `<svg viewBox="0 0 ${width} ${tenth(height)}" width="${width}" height="${tenth(height)}" role="img" aria-label="${escapeMarkup(`To scale: ${words.join(', ')}`)}">` +
    drawn.join('') +
    '</svg>'
  );
}

function rectangle({ hue, rows, columns, sides }: SizedMatrix, left: number, scale: number) {
  const [width, height] = [Math.max(2, columns * scale), Math.max(2, rows * scale)].map(tenth);
  const [x, top] = [tenth(left), margin.top];
  const serif = 'style="font-family:var(--serif)"';
  return (
    `<rect x="${x}" y="${top}" width="${width}" height="${height}" fill="var(${hue})" fill-opacity="0.16" stroke="var(${hue})" stroke-width="1.5"/>` +
    `<text x="${x}" y="${top - 20}" fill="var(--ink)" ${serif}>${sides[1]}</text>` +
    `<text x="${x}" y="${top - 6}" fill="var(--ink)">${columns}</text>` +
    `<text x="${tenth(left - 6)}" y="${top + 10}" text-anchor="end" fill="var(--ink)" ${serif}>${sides[0]}</text>` +
    `<text x="${tenth(left - 6)}" y="${top + 24}" text-anchor="end" fill="var(--ink)">${rows}</text>`
  );
}

const sign = (text: string, x: number) =>
  `<text x="${tenth(x)}" y="${margin.top + 10}" fill="var(--ink)">${text}</text>`;
