/** What pages of this site and their workers tell one another by. */

/** Null where the browser has no channels, or gives none to a page that may store nothing. */
export function openChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}
