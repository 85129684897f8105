/**
 * Tests that can fail: applies deliberate mistakes one by one to a copy of the project, and runs the tests of the part.
 *
 *   node --experimental-strip-types scripts/mutants.ts [words of a mistake's name]
 *
 * Ends with `N caught, N missed` and fails when a mistake was missed.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { mutated } from './mutants/apply.ts';
import { mutants } from './mutants/list.ts';
import type { Mutant } from './mutants/mutant.ts';

const copied = ['src', 'test', 'scripts', 'content', 'public', 'package.json', 'tsconfig.json', 'vitest.config.ts']; // prettier-ignore

/** The tests that stand for a folder of the library. */
const testsOf: Record<string, string[]> = {
  stages: ['parity', 'stages', 'model'],
  model: ['parity', 'model', 'stages'],
  training: ['parity', 'training'],
  io: ['io'],
};

function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'four-equations-mutants-'));
  for (const path of copied) cpSync(path, join(folder, path), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Whether the tests fail. */
function testsFail(folder: string, tests: string[]): Promise<boolean> {
  const given = [
    'run',
    '--project',
    'unit',
    '--bail',
    '1',
    ...tests.map((name) => `test/lib/${name}/`),
  ];
  const vitest = spawn('vitest', given, { cwd: folder, stdio: 'ignore' });
  return new Promise((done) => vitest.on('close', (status) => done(status !== 0)));
}

async function isCaught(folder: string, { file, changes }: Mutant): Promise<boolean> {
  const path = join(folder, 'src/lib', file);
  const original = readFileSync(path, 'utf8');
  writeFileSync(path, mutated(original, changes));
  const caught = await testsFail(folder, testsOf[file.split('/')[0]]);
  writeFileSync(path, original);
  return caught;
}

const words = process.argv.slice(2).join(' ');
const chosen = mutants.filter(({ name }) => name.includes(words));
const folder = copyProject();
const missed: string[] = [];

for (const part of Object.keys(testsOf))
  if (await testsFail(folder, testsOf[part]))
    throw new Error(`The tests of ${part} fail without any mistake.`);
for (const mutant of chosen) {
  const caught = await isCaught(folder, mutant);
  if (!caught) missed.push(mutant.name);
  console.log(`${caught ? 'caught' : 'MISSED'}  ${mutant.file}: ${mutant.name}`);
}
rmSync(folder, { recursive: true });
console.log(`${chosen.length - missed.length} caught, ${missed.length} missed`);
if (missed.length > 0) process.exitCode = 1;
