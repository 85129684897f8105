import './backend.ts';
import { commands } from 'vitest/browser';
import type { ParityFixture } from '../../src/lib/parity/fixture.ts';
import type { ParityTable } from '../../src/lib/parity/rows.ts';
import vit from '../fixtures/vit.json' with { type: 'json' };
import { stageParity } from '../parity/stages.suite.ts';
import { tablePath } from '../parity/table.ts';
import { trainingBehaviour } from '../parity/training.suite.ts';

const published = import.meta.glob<ParityFixture>('../../public/parity/*.json', {
  eager: true,
  import: 'default',
});

stageParity([...Object.values(published), vit as unknown as ParityFixture], {
  backend: 'webgl',
  readTable: async () => JSON.parse(await commands.readFile(tablePath)) as ParityTable,
  writeTable: (table) => commands.writeFile(tablePath, `${JSON.stringify(table, null, 2)}\n`),
});
trainingBehaviour();
