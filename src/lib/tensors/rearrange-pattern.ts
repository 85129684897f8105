/**
 * Rearrangements written as patterns, `b c (h p1) (w p2) -> b (h w) (p1 p2 c)`: the notation of einops.
 *
 * Each name is an axis. Parentheses on the left split a side of the tensor into several axes, parentheses on the right
 * write several axes as one side; `1` is a side of one. Every rearrangement is a reshape, a transpose and a reshape:
 * `planRearrangement` finds them.
 */

/** The two sides of a pattern: for each side of the tensor the axes that it is made of, outermost first. */
export interface Pattern {
  left: string[][];
  right: string[][];
}

export interface Rearrangement {
  /** Every axis of the left side with its size, in order: the first reshape. */
  axes: { name: string; size: number }[];
  /** For each axis of the right side, which of `axes` it is: the transpose. */
  order: number[];
  /** The last reshape. */
  shape: number[];
}

const nameOf = /^[a-z][a-z0-9_]*$/i;

/** @throws RangeError in a sentence that names what cannot be understood. */
export function parsePattern(text: string): Pattern {
  const sides = text.replaceAll('→', '->').split('->');
  if (sides.length !== 2)
    fail(
      sides.length < 2
        ? 'there is no arrow: write what is there, ->, and what it shall become'
        : `there are ${sides.length - 1} arrows: one is enough`,
    );
  const [left, right] = [parseSide(sides[0]!, 'left'), parseSide(sides[1]!, 'right')];
  const [before, after] = [left.flat(), right.flat()];
  for (const name of before)
    if (!after.includes(name))
      fail(`the axis ${name} stands on the left and not on the right: nothing may be dropped`);
  for (const name of after)
    if (!before.includes(name))
      fail(`the axis ${name} stands on the right and not on the left, which has ${listed(before)}`);
  return { left, right };
}

/** One side: `b (h w) c` → [[b], [h, w], [c]]; `1` is a side without axes. */
function parseSide(text: string, side: string): string[][] {
  const groups: string[][] = [];
  let open: string[] | null = null;
  for (const word of text.match(/[()]|[^\s()]+/g) ?? []) {
    if (word === '(') {
      if (open) fail(`a parenthesis is opened within a parenthesis on the ${side}`);
      open = [];
    } else if (word === ')') {
      if (!open) fail(`a parenthesis is closed on the ${side} that was never opened`);
      groups.push(open!);
      open = null;
    } else if (word === '1') {
      if (!open) groups.push([]);
    } else if (!nameOf.test(word)) fail(`“${word}” on the ${side} is no name of an axis`);
    else if ([...groups.flat(), ...(open ?? [])].includes(word))
      fail(`the axis ${word} stands on the ${side} twice`);
    else if (open) open.push(word);
    else groups.push([word]);
  }
  if (open) fail(`a parenthesis is opened on the ${side} and never closed`);
  if (groups.length === 0) fail(`there is nothing on the ${side} of the arrow`);
  return groups;
}

/**
 * What a pattern does to a tensor of a shape, where some axes have known sizes.
 *
 * @throws RangeError in a sentence with both numbers, or both names.
 */
export function planRearrangement(
  { left, right }: Pattern,
  shape: readonly number[],
  sizes: Readonly<Record<string, number>> = {},
): Rearrangement {
  if (left.length !== shape.length)
    fail(
      `the left names ${left.length} sides, and the tensor [${shape.join(', ')}] has ${shape.length}`,
    );
  const axes = left.flatMap((group, i) => splitSide(group, shape[i]!, sizes));
  const places = new Map(axes.map(({ name }, i) => [name, i]));
  const order = right.flat().map((name) => places.get(name)!);
  const sizeOf = (name: string) => axes[places.get(name)!]!.size;
  return {
    axes,
    order,
    shape: right.map((group) => group.reduce((product, name) => product * sizeOf(name), 1)),
  };
}

/** The axes of one side: at most one of them may be of unknown size. */
function splitSide(group: string[], side: number, sizes: Readonly<Record<string, number>>) {
  const written = group.length === 1 ? group[0]! : `(${group.join(' ')})`;
  const unknown = group.filter((name) => sizes[name] === undefined);
  const known = group.filter((name) => sizes[name] !== undefined);
  const product = known.reduce((all, name) => all * sizes[name]!, 1);
  if (unknown.length > 1)
    fail(`${written}: of ${listed(unknown)} only one can be worked out from the side ${side}`);
  const parts = known.map((name) => `${name} = ${sizes[name]}`).join(' times ') || '1';
  if (unknown.length === 0 && product !== side)
    fail(`${written}: ${parts} is ${product}, and the side is ${side}`);
  if (side % product !== 0) fail(`${written}: the side ${side} is not divisible by ${parts}`);
  return group.map((name) => ({ name, size: sizes[name] ?? side / product }));
}

/** Where each number of the result comes from: its index in the tensor before, both row-major. */
export function sourcesOf({ axes, order }: Rearrangement): Uint32Array {
  const strides = axes.map((_, i) => axes.slice(i + 1).reduce((all, { size }) => all * size, 1));
  const total = axes.reduce((all, { size }) => all * size, 1);
  const sources = new Uint32Array(total);
  const place = order.map(() => 0);
  for (let i = 0; i < total; i++) {
    sources[i] = order.reduce((at, axis, d) => at + place[d]! * strides[axis]!, 0);
    for (let d = order.length - 1; d >= 0; d--) {
      place[d]! += 1;
      if (place[d]! < axes[order[d]!]!.size) break;
      place[d] = 0;
    }
  }
  return sources;
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? 'none';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function fail(sentence: string): never {
  throw new RangeError(sentence);
}
