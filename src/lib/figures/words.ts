/** Numbers in sentences. */

/** Made once: a slider that is moved writes dozens of numbers for every frame. */
const written = new Intl.NumberFormat('en-GB');

/** 1,200 */
export const whole = (value: number): string => written.format(Math.round(value));

/** "1 block", "3 blocks". */
export const counted = (count: number, noun: string): string =>
  `${whole(count)} ${noun}${count === 1 ? '' : 's'}`;
