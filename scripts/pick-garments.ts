/**
 * Cuts the dozen garments that the picture picker offers out of the validation part of Fashion-MNIST.
 *
 * The file has the form of every shard, gzip of `[12 labels][12 × 28 × 28 pixels]`, and is a hundredth of its size.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';

const folder = 'public/data/fashion-mnist';
const area = 28 * 28;

/** In the order of the picker's catalogue: one of each class, then a second bag and a second boot. */
const indices = [113, 57, 21, 66, 153, 128, 76, 4, 95, 72, 52, 54];

const shard = gunzipSync(readFileSync(`${folder}/validation-0.shard`));
const count = shard.length / (area + 1);
const labels = indices.map((index) => shard[index]!);
const pixels = indices.map((index) =>
  shard.subarray(count + index * area, count + (index + 1) * area),
);
const picked = gzipSync(Buffer.concat([Buffer.from(labels), ...pixels]), { level: 9 });
writeFileSync(`${folder}/dozen.shard`, picked);
console.log(`${folder}/dozen.shard: ${indices.length} garments, ${picked.length} bytes`);
