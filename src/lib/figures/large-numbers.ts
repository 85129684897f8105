/** Numbers that may be very large, as they stand in sentences and labels. */
import { whole } from './words.ts';

const names = [
  { from: 1e15, name: 'quadrillion' },
  { from: 1e12, name: 'trillion' },
  { from: 1e9, name: 'billion' },
  { from: 1e6, name: 'million' },
];
const prefixes = ['', 'k', 'M', 'G', 'T', 'P'];

const tenths = new Intl.NumberFormat('en-GB', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** "38,809", "2.5 million", "22.7 billion": whole below a million, else to a tenth. */
export function inWords(value: number): string {
  const unit = names.find(({ from }) => value >= from);
  return unit ? `${tenths.format(value / unit.from)} ${unit.name}` : whole(value);
}

/** "155 kB", "90.6 GB", "2.79 GFLOPs": three figures, in powers of a thousand. */
export function withPrefix(value: number, unit: string): string {
  let power = 0;
  while (value >= 999.5 && power < prefixes.length - 1) {
    value /= 1000;
    power += 1;
  }
  const text = power === 0 ? String(Math.round(value)) : value.toPrecision(3);
  return `${text} ${prefixes[power]}${unit}`;
}

/** 65,536 as "65,000", 5.97 as "6": two figures, for "about … times". */
export function roughly(value: number): string {
  return Number(value.toPrecision(2)).toLocaleString('en-GB');
}
