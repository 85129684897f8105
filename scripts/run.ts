/**
 * Runs a TypeScript script that imports the library:
 *
 *   node --experimental-strip-types scripts/run.ts scripts/posters.ts [arguments]
 */
import { importLibrary } from './import-library.ts';

const [script, ...rest] = process.argv.slice(2);
process.argv = [process.argv[0], script, ...rest];
const { main } = await importLibrary<{ main(args: string[]): Promise<void> }>(script);
await main(rest);
