/** How the engine opens the site's files: by fetching in the browser, from the disk in Node. */

type OpenFile = (path: string) => Promise<Uint8Array<ArrayBuffer>>;

let open: OpenFile = async (path) => {
  throw new Error(`${path} cannot be opened: nobody has said where the site's files are`);
};

/** From now on files are opened in this way. */
export function openFilesWith(opener: OpenFile): void {
  open = opener;
}

/** The bytes of a file under `public`. @throws Error in a sentence when it does not arrive. */
export function siteFile(path: string): Promise<Uint8Array<ArrayBuffer>> {
  return open(path);
}

/** Fetches the files of the site at this address. */
export function fetchedFrom(baseUrl: string): OpenFile {
  return async (path) => {
    const response = await fetch(baseUrl + path).catch(() => null);
    if (!response?.ok)
      throw new Error(
        `${path} could not be loaded (${response ? response.status : 'no network'}).`,
      );
    return new Uint8Array(await response.arrayBuffer());
  };
}
