/** Where labels at the ends of lines can stand without covering each other. */

export interface EndLabel {
  /** Left edge and middle, pixels; `y` is where the line ends. */
  x: number;
  y: number;
  width: number;
}

/**
 * A height for each label, as near to its line's end as is free; the first has the first choice. Labels stand `gap` pixels
 * apart or more, between `top` and `bottom` while there is room.
 */
export function freePlaces(
  labels: readonly EndLabel[],
  [top, bottom]: readonly [top: number, bottom: number],
  gap: number,
): number[] {
  const placed: EndLabel[] = [];
  for (const label of labels) {
    const wished = Math.max(top, Math.min(bottom, label.y));
    const beside = placed.filter(
      ({ x, width }) => x < label.x + label.width && label.x < x + width,
    );
    const edges = beside.flatMap(({ y }) => [y - gap, y + gap]);
    const free = [wished, ...edges].filter((y) =>
      beside.every((one) => Math.abs(one.y - y) >= gap),
    );
    const inside = free.filter((y) => y >= top && y <= bottom);
    const y = nearest(inside.length > 0 ? inside : free, wished);
    placed.push({ ...label, y });
  }
  return placed.map(({ y }) => y);
}

const nearest = (values: readonly number[], wished: number) =>
  values.reduce((best, value) =>
    Math.abs(value - wished) < Math.abs(best - wished) ? value : best,
  );
