/**
 * Random numbers that can be repeated: one seed, one sequence, on every machine.
 *
 * The generator is sfc32 (Chris Doty-Humphrey, PractRand): 128 bits of state, 32 bits a draw. No tensors here, so that a
 * page can draw numbers without the engine; `random.ts` adds them.
 */
/** The generator's four words, unsigned 32 bits each: plain data that can be stored and resumed. */
export type RandomState = readonly [number, number, number, number];

export interface RandomNumbers {
  /** Where the sequence stands; `createRandomNumbers(state)` goes on from there. */
  state(): RandomState;
  /** A double in [0, 1), 53 bits. */
  uniform(): number;
  /** A double from the standard normal distribution. */
  normal(): number;
  /** An integer in [0, n). */
  integer(n: number): number;
  /** The numbers 0 … n−1 in random order (Fisher-Yates). */
  permutation(n: number): Uint32Array<ArrayBuffer>;
  /** An independent sequence for a named purpose; this one does not move. */
  fork(label: string): RandomNumbers;
}

/** A generator at the start of a seed's sequence, or where a stored one stood. */
export function createRandomNumbers(seed: number | RandomState): RandomNumbers {
  return fromWords(typeof seed === 'number' ? seedWords(seed) : [...seed]);
}

type Words = [number, number, number, number];

function fromWords(words: Words): RandomNumbers {
  const uniform = () => {
    const high = next(words) >>> 5;
    const low = next(words) >>> 6;
    return (high * 0x4000000 + low) / 0x20000000000000;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const integer = (n: number) => Math.floor(uniform() * n);
  return {
    state: () => [...words],
    uniform,
    normal,
    integer,
    permutation: (n) => shuffled(n, integer),
    fork: (label) => fromWords(forkWords(words, label)),
  };
}

/** One step of sfc32; moves `words` and returns an unsigned 32-bit number. */
function next(words: Words): number {
  const [a, b, c, counter] = words;
  const result = (a + b + counter) >>> 0;
  words[0] = (b ^ (b >>> 9)) >>> 0;
  words[1] = (c + (c << 3)) >>> 0;
  words[2] = (((c << 21) | (c >>> 11)) + result) >>> 0;
  words[3] = (counter + 1) >>> 0;
  return result;
}

/** A seed's two halves and two constants, stirred until every word depends on every bit. */
function seedWords(seed: number): Words {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`random: seed ${seed} is not an integer`);
  return stirred([seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0, 0x9e3779b9, 1]);
}

/** The parent's words, each mixed with a hash of the label (FNV-1a) from another offset. */
function forkWords(words: Words, label: string): Words {
  const [a, b, c, counter] = words.map((word, index) => (word ^ hash(label, index)) >>> 0);
  return stirred([a, b, c, counter]);
}

function hash(text: string, offset: number): number {
  let value = (0x811c9dc5 ^ Math.imul(offset, 0x9e3779b1)) >>> 0;
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0)!, 0x01000193);
  return value >>> 0;
}

function stirred(words: Words): Words {
  for (let round = 0; round < 16; round++) next(words);
  return words;
}

function shuffled(n: number, integer: (n: number) => number): Uint32Array<ArrayBuffer> {
  const order = Uint32Array.from({ length: n }, (_, index) => index);
  for (let last = n - 1; last > 0; last--) {
    const other = integer(last + 1);
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}
