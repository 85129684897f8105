/** Puts a deliberate mistake into a file's text. */

/** The text with each change made. Throws an Error when what is to be changed is not there exactly once. */
export function mutated(text: string, changes: [find: string, replace: string][]): string {
  return changes.reduce((current, [find, replace]) => {
    const count = current.split(find).length - 1;
    if (count !== 1) throw new Error(`${JSON.stringify(find)} stands ${count} times in the file`);
    return current.replace(find, () => replace);
  }, text);
}
