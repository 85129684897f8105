/** Files, however they come: decode, choose, and tell the reader what happened. The old picture stays on failure. */
import { chooseImage, takeTurn, tell, type ImageKind } from './reader-state.ts';

/** What the sentences are about when a picture has no file name. */
export const unnamed = { pasted: 'pasted picture', webcam: 'webcam picture', drawing: 'drawing' };

/** Takes a file as the reader's picture; resolves to whether it is now. */
export async function takeFile(
  file: Blob,
  name: string,
  kind: ImageKind = 'upload',
  aside = '',
): Promise<boolean> {
  const isNewest = takeTurn();
  const { decodeFile, describeDecoded, shortName } = await import('./decode-file.ts');
  tell(`Reading ${shortName(name)}`);
  try {
    const decoded = await decodeFile(file, name, kind);
    if (!isNewest()) return false;
    tell(describeDecoded(decoded) + aside);
    await chooseImage(decoded.image, isNewest);
    return true;
  } catch (error) {
    if (isNewest()) tell((error as Error).message);
    return false;
  }
}

/** Takes the first picture of what was dropped or pasted. */
export async function takeTransfer(
  transfer: DataTransfer | null,
  how: 'dropped' | 'pasted',
): Promise<boolean> {
  const files = [...(transfer?.files ?? [])];
  const file = files.find(({ type }) => type.startsWith('image/')) ?? files[0];
  if (!file) {
    tell(nothing[how]);
    return false;
  }
  const aside =
    files.length > 1 ? ` It is one of ${files.length} files; the others were left.` : '';
  const name = how === 'pasted' && files.length === 1 ? unnamed.pasted : file.name;
  return takeFile(file, name, 'upload', aside);
}

const nothing = {
  dropped: 'No file was dropped: save the picture on this device first, then drop the file here.',
  pasted: 'There is no picture in the clipboard: copy one first.',
};

/** Reads the clipboard on a press of a button. */
export async function takeClipboard(): Promise<boolean> {
  try {
    for (const item of await navigator.clipboard.read()) {
      const type = item.types.find((one) => one.startsWith('image/'));
      if (type) return await takeFile(await item.getType(type), unnamed.pasted);
    }
    tell(nothing.pasted);
  } catch {
    tell(
      'The browser did not hand over the clipboard: press Ctrl+V (on a Mac, Cmd+V) here instead.',
    );
  }
  return false;
}
