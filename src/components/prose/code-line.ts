/** Finds the line of a source file where a symbol of the book is computed. */

/** A file of `src/lib` where a symbol stands: by which names, and on which line it is computed. */
export interface CodePlace {
  /** Within `src/lib`: `stages/attention.ts`. */
  file: string;
  /** The names that stand for the symbol in that file. */
  names: string[];
  /** Text that stands on the symbol's line and on no other; without it, the line that declares the first name. */
  line?: string | undefined;
}

/** The line's number, from 1. @throws Error naming the file when there is no such line, or more than one. */
export function symbolLine({ file, names, line }: CodePlace, source: string): number {
  const lines = withoutComments(source).split('\n');
  if (line === undefined) return declaringLine(lines, names[0], file);
  const found = lines.flatMap((text, i) => (text.includes(line) ? [i + 1] : []));
  if (found.length === 1) return found[0]!;
  throw new Error(`src/lib/${file}: “${line}” stands on ${found.length} lines, not on one`);
}

const declarations = (name: string) => [
  new RegExp(`\\b(const|let)\\s+${name}\\b`),
  new RegExp(`\\b(const|let)\\s*[[{][^=]*\\b${name}\\b[^=]*[\\]}]\\s*=`),
  new RegExp(`\\bfunction\\s+${name}\\b`),
  new RegExp(`^\\s+${name}[:,]`),
];

function declaringLine(lines: string[], name: string | undefined, file: string): number {
  if (name === undefined) throw new Error(`src/lib/${file}: no name, no line`);
  for (const declares of declarations(name)) {
    const at = lines.findIndex((text) => declares.test(text));
    if (at >= 0) return at + 1;
  }
  throw new Error(`src/lib/${file}: no line declares “${name}”`);
}

/** The same lines with blanks in place of comments. */
function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (comment) =>
    comment.replace(/[^\n]/g, ' '),
  );
}

/**
 * The statement that begins on a line, on one line: lines are added while a bracket is open, or while the next one goes
 * on with a choice or a call.
 */
export function statementAt(source: string, line: number): string {
  const [first, ...rest] = source.split('\n').slice(line - 1);
  let statement = first!.trim();
  for (const text of rest) {
    const next = text.trim();
    if (openBrackets(statement) <= 0 && !/^[?:.]/.test(next)) break;
    statement += /[([]$/.test(statement) || /^[)\].]/.test(next) ? next : ` ${next}`;
  }
  return statement.replace(/,(?=[)\]])/g, '');
}

function openBrackets(code: string): number {
  const plain = withoutComments(code);
  return (plain.match(/[([]/g) ?? []).length - (plain.match(/[)\]]/g) ?? []).length;
}

/** Where a code cell marks a line that others can point to: `code-attention-97`. */
export function lineAnchor(file: string, line: number): string {
  return `code-${file.replace(/^.*\/|\.ts$/g, '')}-${line}`;
}
