/** Numbers in sentences. */

/** 1,200 */
export const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');

/** "1 block", "3 blocks". */
export const counted = (count: number, noun: string): string =>
  `${whole(count)} ${noun}${count === 1 ? '' : 's'}`;
