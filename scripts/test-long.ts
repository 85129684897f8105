/**
 * What takes too long for each run of the tests:
 *
 *   npm run test:long                      all of it
 *   npm run test:long -- fuzz              10,000 damaged files, documents, links and pictures
 *   npm run test:long -- monkey            2,000 random events on every page of the built site (`npm run build` first)
 *   npm run test:long -- faults            ten lost contexts in one run, and 5,000 steps in which nothing grows
 *   npm run test:long -- mutants [words]   deliberate mistakes, or those whose name has the words
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const [wanted, ...words] = process.argv.slice(2);

/** Tests that take their damage from test/fuzz.ts. */
const fuzzed = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((file) => `test/${file.replaceAll('\\', '/')}`)
  .filter((file) => /\.test\.tsx?$/.test(file))
  .filter((file) => /from '[./]+\/fuzz\.ts'/.test(readFileSync(file, 'utf8')));
const inBrowser = (file: string) => file.startsWith('test/browser/');

const parts: Record<string, string[][]> = {
  fuzz: [
    ['vitest', 'run', '--project', 'unit', ...fuzzed.filter((file) => !inBrowser(file))],
    ['vitest', 'run', '--project', 'browser', ...fuzzed.filter(inBrowser)],
  ],
  monkey: [['playwright', 'test', '--project=pages', 'monkey']],
  faults: [
    ['vitest', 'run', '--project', 'browser', 'lab-faults'],
    ['playwright', 'test', '--project=pages', 'lab-growth'],
  ],
  mutants: [['node', '--experimental-strip-types', 'scripts/mutants.ts', ...words]],
};

const chosen = wanted ? [wanted] : Object.keys(parts);
const unknown = chosen.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0)
  throw new Error(`${unknown[0]} is none of the parts ${Object.keys(parts).join(', ')}.`);

const env = { ...process.env, LONG: '1', VITE_LONG: '1' };
const failed = chosen.filter((name) =>
  parts[name]!.some(
    ([program, ...rest]) => spawnSync(program!, rest, { env, stdio: 'inherit' }).status !== 0,
  ),
);
console.log(failed.length > 0 ? `failed: ${failed.join(', ')}` : 'nothing failed');
if (failed.length > 0) process.exitCode = 1;
