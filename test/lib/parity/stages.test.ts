import '../../backend-cpu.ts';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ParityFixture } from '../../../src/lib/parity/fixture.ts';
import type { ParityTable } from '../../../src/lib/parity/rows.ts';
import { stageParity } from '../../parity/stages.suite.ts';
import { tablePath } from '../../parity/table.ts';

const folder = 'public/parity';
const paths = readdirSync(folder).map((name) => `${folder}/${name}`);
const read = <Content>(path: string) => JSON.parse(readFileSync(path, 'utf8')) as Content;

stageParity([...paths, 'test/fixtures/vit.json'].map(read<ParityFixture>), {
  backend: 'cpu',
  readTable: async () => (existsSync(tablePath) ? read<ParityTable>(tablePath) : null),
  writeTable: async (table) => writeFileSync(tablePath, `${JSON.stringify(table, null, 2)}\n`),
});

describe('a fixture that a page fetches', () => {
  test.each(paths)('%s is at most 30 KB', (path) => {
    expect(readFileSync(path).byteLength).toBeLessThanOrEqual(30_000);
  });
});
