/** A run as a file: made and read in the page, fetched with their code when they are first wanted. */
import type { RunSamples } from '../../../lib/io/run-bundle.ts';
import type { SavedRun } from '../../../lib/io/run-document.ts';

/** Hands the run to the browser's downloads as a zip. */
export async function saveRunFile({
  run,
  samples,
}: {
  run: SavedRun;
  samples: RunSamples | null;
}): Promise<void> {
  // prettier-ignore
  const { exportRun } = await import('../../../lib/io/run-bundle.ts');
  const file = new Blob([exportRun(run, samples, 'timm')], { type: 'application/zip' });
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = `${fileName(run.summary.name)}.zip`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // the download has begun by then
}

/** @throws Error in plain words when the file is no run. */
export async function readRunFile(file: File): Promise<SavedRun> {
  const { importRun, largestImport } = await import('../../../lib/io/run-import.ts');
  if (file.size > largestImport)
    throw new Error(`${file.name} has ${file.size.toLocaleString('en')} bytes; at most ${largestImport.toLocaleString('en')} are read.`); // prettier-ignore
  return importRun(new Uint8Array(await file.arrayBuffer()));
}

/** A name that every file system takes. */
function fileName(name: string): string {
  return name.trim().replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60).replace(/^-|-$/g, '') || 'run'; // prettier-ignore
}
