import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { sizes } from '../../../../scripts/bench/sizes.ts';
import bench from '../../../../content/bench.json';
import { curvePlots } from '../../../../src/components/widgets/speed/curve-plots.ts';
import { Speed } from '../../../../src/components/widgets/speed/Speed.tsx';
import {
  agrees,
  contestantLabels,
  rowsThatRan,
  rowOf,
  timesFused,
  type BenchRecord,
} from '../../../../src/lib/io/bench-record.ts';
import { madeUpRecord } from '../../../made-up-bench.ts';

const record = bench as BenchRecord;

const sizeNamed = (name: string) => record.sizes.find((size) => size.name === name);

/** The cells of the row that begins with a name. */
function cellsOf(markup: string, name: string): string[] {
  const row = markup.split('<tr>').find((row) => row.includes(`<th scope="row">${name}`))!;
  return [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, text]) => text);
}

describe('the speed table', () => {
  const markup = renderToString(<Speed record={madeUpRecord} />);

  test('shows each contestant’s numbers and their ratios', () => {
    const cells = cellsOf(markup, contestantLabels.ops);
    expect(cells.slice(0, 4)).toEqual(['tfjs operations', '80', '79–81', '7']);
    expect(cells[5]).toBe('400'); // 32 images in 80 ms
    expect(cells[6]).toBe('4'); // × 20 ms
    expect(cells[7]).toBe('8'); // × 10 ms
    expect(cells.slice(8, 12)).toEqual(['321', '43', '2', '6.5']);
  });

  test('says who is fastest, though it be a rival, and never one that computes something else', () => {
    expect(markup.match(/\(fastest\)/g)).toHaveLength(1);
    expect(cellsOf(markup, contestantLabels.jaxWasm)[0]).toContain('(fastest)');
    expect(cellsOf(markup, contestantLabels.plain).at(-1)).toBe('wrong: 3.0e−1');
  });

  test('says why one did not run', () => {
    expect(cellsOf(markup, contestantLabels.jaxWebgpu)).toEqual([
      contestantLabels.jaxWebgpu,
      'did not run: no adapter',
    ]);
  });

  test('names machine, browser and date', () => {
    for (const text of ['a machine', 'a browser', '2026-01-02']) expect(markup).toContain(text);
  });

  test('draws the curves from the record', () => {
    const [plot] = curvePlots(madeUpRecord.curves);
    expect(plot.lines.map(({ name, points }) => [name, points])).toEqual([
      ['fused', [[4, 4], [16, 16]]], // prettier-ignore
      ['operations', [[4, 20], [16, 80]]], // prettier-ignore
    ]);
    expect(plot.up.domain).toEqual([1, 100]);
    expect(plot.summary).toContain('batch 4: fused 4 ms, operations 20 ms');
  });
});

describe('the committed record', () => {
  const rows = record.sizes.flatMap(rowsThatRan);

  test('is what the page shows', () => {
    const markup = renderToString(<Speed />);
    for (const { step } of rows)
      expect(markup).toContain(
        step.median.toLocaleString('en-GB', { maximumSignificantDigits: 6 }),
      );
    expect(markup).toContain(record.recorded.date);
  });

  test('has every contestant of its sizes, and says where and when', () => {
    expect(record.sizes.map(({ name }) => name)).toContain('middling');
    for (const { name, rows } of record.sizes)
      expect(rows.map(({ contestant }) => contestant)).toEqual(
        sizes.find((size) => size.name === name)!.contestants,
      );
    expect(record.recorded.machine).not.toBe('');
    expect(record.recorded.browser).toMatch(/^Chromium \d+/);
    expect(record.recorded.date).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test('is of contestants that compute the same', () => {
    expect(rows.filter(({ agreement }) => !agrees(agreement))).toEqual([]);
  });

  test('reaches the marks: against tf.layers, plain operations, in draws and at the start', () => {
    const middling = sizeNamed('middling')!;
    expect(timesFused(middling, 'stock')).toBeGreaterThanOrEqual(6.5);
    expect(timesFused(middling, 'ops')).toBeGreaterThanOrEqual(1.4);
    const [fused, ops] = (['fused', 'ops'] as const).map((name) => rowOf(middling, name)!);
    expect(fused.draws).toBeLessThanOrEqual(600);
    expect(fused.firstStepMs / ops.firstStepMs).toBeLessThanOrEqual(0.6);
  });

  if (sizeNamed('small'))
    test('reaches the mark where there is little to compute', () => {
      expect(timesFused(sizeNamed('small')!, 'ops')).toBeGreaterThanOrEqual(2.8);
    });

  if (record.sameness)
    test('of whole runs ends closer to the plain one than two seeds do', () => {
      const { gap, spread, singleSteps } = record.sameness!;
      expect(gap).toBeLessThan(spread);
      expect(singleSteps.largest).toBeLessThanOrEqual(1e-5);
    });
});
