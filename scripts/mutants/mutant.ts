/** One deliberate mistake, and how it is written down. */

export interface Mutant {
  /** The mistake, in words. */
  name: string;
  /** Under src/lib. */
  file: string;
  /** What is replaced by what; the text to be found stands in the file exactly once. */
  changes: [find: string, replace: string][];
}

export const mutant = (file: string, name: string, ...changes: [string, string][]): Mutant => ({
  name,
  file,
  changes,
});

export const importing = (name: string, after: string): [string, string] => [
  `  ${after},\n`,
  `  ${after},\n  ${name},\n`,
];
