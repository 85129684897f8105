/** The text of the files of `src/lib`, as code cells and inspectors show them. */
const files = import.meta.glob<string>('../../lib/**/*.{ts,py}', {
  query: '?raw',
  import: 'default',
});

/** The file's text; undefined where there is no such file. */
export async function librarySource(path: string): Promise<string | undefined> {
  return files[`../../lib/${path}`]?.();
}
