/**
 * A named piece of a source file: a top-level declaration with the docstring above it.
 *
 * Top-level code starts in the first column and its body does not, so a declaration ends with the first line that
 * closes it there.
 */
import type { Language } from './highlight.ts';

const declaration: Record<Language, (name: string) => RegExp> = {
  typescript: (name) =>
    new RegExp(`^(export )?(async )?(function|const|let|interface|type|class) ${name}\\b`),
  python: (name) => new RegExp(`^(def|class) ${name}\\b|^${name} = `),
};

/** Some lines of a file. */
export interface Region {
  code: string;
  /** The number of its first line, from 1. */
  firstLine: number;
}

/** The declarations named, in the order of the names; throws where a name is not declared. */
export function regionsOf(source: string, names: string[], language: Language): Region[] {
  const lines = source.trimEnd().split('\n');
  return names.map((name) => declarationOf(lines, name, language));
}

/** The same as one text, a blank line between them. */
export function regionOf(source: string, names: string[], language: Language): string {
  return regionsOf(source, names, language)
    .map(({ code }) => code)
    .join('\n\n');
}

function declarationOf(lines: string[], name: string, language: Language): Region {
  const at = lines.findIndex((line) => declaration[language](name).test(line));
  if (at < 0) throw new Error(`no top-level declaration of “${name}” in the file shown`);
  const end = language === 'python' ? pythonEnd(lines, at) : typescriptEnd(lines, at);
  const start = docstringStart(lines, at);
  return { code: lines.slice(start, end + 1).join('\n'), firstLine: start + 1 };
}

function typescriptEnd(lines: string[], at: number): number {
  if (lines[at]?.endsWith(';')) return at;
  const end = lines.findIndex((line, i) => i > at && /^[}\])]/.test(line) && !line.endsWith('{'));
  return end < 0 ? lines.length - 1 : end;
}

function pythonEnd(lines: string[], at: number): number {
  const next = lines.findIndex((line, i) => i > at && /^[^\s)\]]/.test(line));
  let end = next < 0 ? lines.length - 1 : next - 1;
  while (end > at && lines[end]?.trim() === '') end -= 1;
  return end;
}

function docstringStart(lines: string[], at: number): number {
  if (!lines[at - 1]?.trim().endsWith('*/')) return at;
  let start = at - 1;
  while (start > 0 && !lines[start]?.startsWith('/**')) start -= 1;
  return start;
}
