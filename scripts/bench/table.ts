/** The record as text for a terminal. */
import {
  agrees,
  contestantLabels,
  floorMs,
  imagesPerSecond,
  isMissing,
  timesFused,
  type BenchRecord,
  type Floor,
  type MissingRow,
  type RowRecord,
  type SizeRecord,
  type Spread,
} from '../../src/lib/io/bench-record.ts';

export function printed({ recorded, floor, sizes, curves, sameness }: BenchRecord): string {
  const { machine, browser, date, command } = recorded;
  const blocks = [
    `${machine}; ${browser}; ${date}; ${command}`,
    `floor: ${floor.product}, ${floor.gflops} GFLOP/s`,
    ...sizes.map((size) => sizeTable(size, floor)),
    ...curves.map(({ axis, points }) =>
      [
        `ms per step by ${axis}`,
        ...points.map(
          ({ value, steps }) =>
            `  ${value}: ` +
            Object.entries(steps)
              .map(([name, { median }]) => `${name} ${median}`)
              .join(', '),
        ),
      ].join('\n'),
    ),
  ];
  if (sameness) {
    const { singleSteps, steps, runs, gap, spread } = sameness;
    const seeds = runs.map(({ seed, fused, plain }) => `seed ${seed}: ${fused} and ${plain}`);
    blocks.push(
      `${singleSteps.steps} single steps: parameters differ by at most ${singleSteps.largest}`,
      `final loss after ${steps} steps, fused and plain: ${seeds.join('; ')}; largest gap ${gap}, spread over seeds ${spread}`,
    );
  }
  return blocks.join('\n\n');
}

const columns = [
  'contestant',
  'ms/step',
  'quartiles',
  'n',
  'rounds',
  'read seldom',
  'images/s',
  '× fused',
  '× floor',
  'draws',
  'programs',
  'uploads',
  'MB',
  'submit',
  'first',
  'frame',
  'in worker',
  'differs by',
];

function sizeTable(size: SizeRecord, floor: Floor): string {
  const { name, label, tokens, batchSize, parameters, flopPerStep } = size;
  const head = `${name}: ${label}; ${tokens} tokens, batch ${batchSize}, ${parameters} parameters, ${(flopPerStep / 1e9).toFixed(3)} GFLOP a step, floor ${floorMs(size, floor).toFixed(1)} ms`;
  const lines = [columns, ...size.rows.map((row) => cells(row, size, floor))];
  const widths = columns.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length))); // prettier-ignore
  const text = lines.map((line) =>
    line.length < columns.length
      ? line.join('  ')
      : line.map((cell, column) => cell.padStart(widths[column])).join('  '),
  );
  return [head, ...text].join('\n');
}

function cells(row: RowRecord | MissingRow, size: SizeRecord, floor: Floor): string[] {
  const label = contestantLabels[row.contestant];
  if (isMissing(row)) return [label, `did not run: ${row.missing}`];
  const { step, agreement } = row;
  const wrong = agrees(agreement) ? '' : ' WRONG';
  return [
    label,
    `${step.median}`,
    `${step.low}–${step.high}`,
    `${step.count}`,
    `${row.rounds}`,
    median(row.stepReadSeldom),
    imagesPerSecond(size, row).toFixed(0),
    (timesFused(size, row.contestant) ?? NaN).toFixed(2),
    (step.median / floorMs(size, floor)).toFixed(2),
    shown(row.draws),
    shown(row.programs),
    shown(row.uploads),
    row.gpuBytes === null ? '–' : (row.gpuBytes / 1e6).toFixed(1),
    median(row.submit),
    `${row.firstStepMs}`,
    shown(row.longestFrameMs),
    shown(row.longestFrameWorkerMs),
    `${Math.max(agreement.loss, agreement.gradient ?? 0)}${wrong}`,
  ];
}

function median(spread: Spread | null): string {
  return spread ? String(spread.median) : '–';
}

function shown(value: number | null): string {
  return value === null ? '–' : String(value);
}
