/** The speed table's cells as text: each number comes from the record. */
import {
  agrees,
  floorMs,
  imagesPerSecond,
  rowsThatRan,
  timesFused,
  type Floor,
  type RowRecord,
  type SizeRecord,
  type Spread,
} from '../../../lib/io/bench-record.ts';

export interface Column {
  title: string;
  cell: (row: RowRecord, size: SizeRecord, floor: Floor) => string;
}

export const columns: Column[] = [
  { title: 'ms a step', cell: ({ step }) => number(step.median) },
  { title: 'quartiles', cell: ({ step }) => `${number(step.low)}–${number(step.high)}` },
  { title: 'steps', cell: ({ step }) => number(step.count) },
  { title: 'loss read seldom, ms', cell: ({ stepReadSeldom }) => median(stepReadSeldom) },
  { title: 'images a second', cell: (row, size) => number(rounded(imagesPerSecond(size, row))) },
  {
    title: 'times ours',
    cell: ({ contestant }, size) => number(rounded(timesFused(size, contestant))),
  },
  {
    title: 'times the floor',
    cell: ({ step }, size, floor) => number(rounded(step.median / floorMs(size, floor))),
  },
  { title: 'draws', cell: ({ draws }) => number(draws) },
  { title: 'programs', cell: ({ programs }) => number(programs) },
  { title: 'uploads', cell: ({ uploads }) => number(uploads) },
  {
    title: 'MB of textures',
    cell: ({ gpuBytes }) => number(gpuBytes && rounded(gpuBytes / 1e6)),
  },
  { title: 'ms to submit', cell: ({ submit }) => median(submit) },
  { title: 'first step, ms', cell: ({ firstStepMs }) => number(firstStepMs) },
  { title: 'longest frame, ms', cell: ({ longestFrameMs }) => number(longestFrameMs) },
  { title: 'from a worker', cell: ({ longestFrameWorkerMs }) => number(longestFrameWorkerMs) },
  { title: 'differs by', cell: difference },
];

/** Of those that compute the right thing, the contestant with the shortest step; undefined when none ran. */
export function fastest(size: SizeRecord): RowRecord | undefined {
  const right = rowsThatRan(size).filter(({ agreement }) => agrees(agreement));
  return right.sort((a, b) => a.step.median - b.step.median)[0];
}

function difference({ agreement }: RowRecord): string {
  const largest = Math.max(agreement.loss, agreement.gradient ?? 0);
  const text = largest === 0 ? '0' : largest.toExponential(1).replace('-', '−');
  return agrees(agreement) ? text : `wrong: ${text}`;
}

function median(spread: Spread | null): string {
  return number(spread && spread.median);
}

/** A dash where nothing was measured. */
function number(value: number | null | undefined): string {
  return value == null ? '–' : value.toLocaleString('en-GB', { maximumSignificantDigits: 6 });
}

/** Three digits. */
function rounded(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Number(value.toPrecision(3));
}
