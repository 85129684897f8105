import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openData } from '../../../src/lib/engine/open-data.ts';
import type { PartName } from '../../../src/lib/training/dataset.ts';
import type { DrawingCollection } from '../../../src/lib/training/drawings.ts';
import { shapesImages, shapesSeeds } from '../../../src/lib/training/shapes.ts';

const none = () => Promise.reject<DrawingCollection>(new Error('nobody asked for drawings'));
const partNames: PartName[] = ['train', 'validation', 'test'];

afterEach(() => vi.unstubAllGlobals());

describe('Shapes', () => {
  const loader = openData('shapes-texture', '/', none);

  test('are 60,000 pictures to train with, 1,000 and 2,000 to measure with', async () => {
    const { parts, classNames } = (await loader).manifest;
    const counts = partNames.map((part) => parts[part].reduce((sum, { count }) => sum + count, 0));
    expect(counts).toEqual([60_000, 1000, 2000]);
    expect(classNames).toEqual(['plain', 'lines across', 'lines down', 'chequered']);
    for (const { count } of parts.train) expect(count).toBeLessThanOrEqual(1250);
  });

  test('are drawn when a shard is asked for, once, each shard going on from the one before', async () => {
    const { shard } = await loader;
    const second = await shard('train', 1);
    const { pixels, labels } = shapesImages(500, 1, { task: 'texture', first: 500 });
    expect([second.count, second.labels]).toEqual([500, labels]);
    expect(Buffer.compare(second.pixels, pixels)).toBe(0);
    expect(await shard('train', 1)).toBe(second);
  });

  test('are validated on the pictures that no training has', async () => {
    const validation = await (await loader).shard('validation', 0);
    const { pixels } = shapesImages(4, shapesSeeds.validation, { task: 'texture' });
    expect(validation.count).toBe(1000);
    expect(validation.pixels.subarray(0, pixels.length)).toEqual(pixels);
  });

  test('let other work through between a few pictures and the next', async () => {
    let turns = 0;
    const counting = setInterval(() => turns++);
    await (await openData('shapes-relation', '/', none)).shard('train', 0);
    clearInterval(counting);
    expect(turns).toBeGreaterThanOrEqual(10);
  });
});

describe('drawings', () => {
  const drawings = (count: number) =>
    Promise.resolve({
      drawings: Array.from({ length: count }, (_, id) => ({
        id,
        label: id % 2 ? 'bee' : 'cat',
        pixels: new Uint8Array(784).fill(id),
      })),
    });

  test('are dealt out to the three parts, each in one shard', async () => {
    const { manifest, shard } = await openData('drawings', '/', () => drawings(16));
    expect(manifest).toMatchObject({ imageSize: 28, inChannels: 1, classNames: ['cat', 'bee'] });
    expect(partNames.map((part) => manifest.parts[part].map(({ count }) => count))).toEqual([
      [12],
      [2],
      [2],
    ]);
    const test = await shard('test', 0);
    expect([...test.labels]).toEqual([0, 1]);
    expect([test.pixels[0], test.pixels[784]]).toEqual([14, 15]);
  });

  test('without one for the test have no test shard', async () => {
    const { manifest } = await openData('drawings', '/', () => drawings(10));
    expect(manifest.parts.test).toEqual([]);
  });

  test('that are too few are refused with both numbers', async () => {
    await expect(openData('drawings', '/', () => drawings(8))).rejects.toThrow(
      '5 drawings of each class or more are needed; cat has 4.',
    );
  });
});

test('garments come from the site’s files, and a shard that failed is fetched again', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url);
    const file = url.replace('/base/', 'public/').replace(/\?v=.*/, '');
    const offline = file.endsWith('.shard') && asked.filter((one) => one === url).length === 1;
    return Promise.resolve(
      offline ? new Response(null, { status: 503 }) : new Response(readFileSync(file)),
    );
  });
  const { manifest, shard } = await openData('garments', '/base/', none);
  expect(manifest.name).toBe('Fashion-MNIST');
  await expect(shard('validation', 0)).rejects.toThrow('the server answered 503');
  expect((await shard('validation', 0)).count).toBe(1000);
  const { sha256 } = manifest.parts.validation[0]!;
  const address = `/base/data/fashion-mnist/validation-0.shard?v=${sha256!.slice(0, 8)}`;
  expect(asked.filter((url) => url === address)).toHaveLength(2);
});

test('a shard of another version of the site is refused, with both checksums', async () => {
  vi.stubGlobal('fetch', (url: string) => {
    const file = url.endsWith('.json') ? 'manifest.json' : 'test-1.shard';
    return Promise.resolve(new Response(readFileSync(`public/data/fashion-mnist/${file}`)));
  });
  const { manifest, shard } = await openData('garments', '/base/', none);
  const [expected, found] = [manifest.parts.test[2]!, manifest.parts.test[1]!];
  await expect(shard('test', 2)).rejects.toThrow(
    `test-2.shard is not the file that this page knows: its checksum begins ${found.sha256!.slice(0, 8)}, expected ${expected.sha256!.slice(0, 8)}.`,
  );
});
