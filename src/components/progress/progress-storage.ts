/**
 * Where the reader's progress lies: one line of localStorage, on their device only.
 *
 * It is read afresh before each change, so that two tabs do not undo each other. Without storage nothing is remembered, and
 * nothing else is missing.
 */
import { parseProgress, type ChapterProgress, type Progress } from './progress.ts';

const key = 'progress';

export function loadProgress(): Progress {
  try {
    return parseProgress(localStorage.getItem(key));
  } catch {
    return {};
  }
}

export function changeChapter(
  slug: string,
  change: (before: ChapterProgress | undefined) => ChapterProgress,
): void {
  const progress = loadProgress();
  saveProgress({ ...progress, [slug]: change(progress[slug]) });
}

/** Progress without a chapter in it is not stored at all. */
export function saveProgress(progress: Progress): void {
  try {
    if (Object.keys(progress).length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(progress));
  } catch {
    // No storage, or none left.
  }
}
