import { expect, test } from 'vitest';
import { regionOf, regionsOf } from '../../../src/components/prose/region.ts';

const source = `/** The file. */
import { a } from './a.ts';

/** What first does:
 * two lines. */
export function first(
  x: number,
): number {
  return { x }.x;
}

export const table = {
  a,
};

const one = 1;
export interface Shape {
  side: number;
}
`;

test('a function comes with its docstring and ends at its own brace', () => {
  expect(regionOf(source, ['first'], 'typescript')).toBe(`/** What first does:
 * two lines. */
export function first(
  x: number,
): number {
  return { x }.x;
}`);
});

test('constants, tables and interfaces are declarations too, in the order asked for', () => {
  expect(regionOf(source, ['Shape', 'one', 'table'], 'typescript')).toBe(
    'export interface Shape {\n  side: number;\n}\n\nconst one = 1;\n\nexport const table = {\n  a,\n};',
  );
});

test('a name that is not declared stops the build', () => {
  expect(() => regionOf(source, ['second'], 'typescript')).toThrow('“second”');
});

test('a Python function ends before the next line in the first column', () => {
  const python = 'import torch\n\n\ndef f(\n    x,\n):\n    return x\n\n\nclass G:\n    pass\n';
  expect(regionOf(python, ['f'], 'python')).toBe('def f(\n    x,\n):\n    return x');
});

test('a declaration knows the line on which its docstring begins', () => {
  const regions = regionsOf(source, ['Shape', 'first'], 'typescript');
  expect(regions.map(({ firstLine }) => firstLine)).toEqual([17, 4]);
});
