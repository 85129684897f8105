/**
 * What the reader has read, as plain values: which sections of which chapter, and where they stopped.
 *
 * A section is read when its heading and the heading after it (or the end of the chapter) have both been in sight.
 */

export interface ChapterProgress {
  /** Sections that the chapter had on the last visit. */
  sections: number;
  /** The ids of those that were read, in the order of reading. */
  read: string[];
  /** The last section that was being read. */
  at: Place | null;
}

export interface Place {
  id: string;
  title: string;
  /** Milliseconds since 1970. */
  time: number;
}

/** By the chapter's slug. */
export type Progress = Record<string, ChapterProgress>;

/** Progress from text that was stored earlier; whatever is not of this form counts as nothing. */
export function parseProgress(text: string | null): Progress {
  let stored: unknown;
  try {
    stored = JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {};
  const entries = Object.entries(stored);
  return Object.fromEntries(entries.filter((entry) => isChapter(entry[1]))) as Progress;
}

function isChapter(value: unknown): value is ChapterProgress {
  const { sections, read, at } = (value ?? {}) as Partial<ChapterProgress>;
  const isRead = Array.isArray(read) && read.every((id) => typeof id === 'string');
  return Number.isInteger(sections) && isRead && (at === null || isPlace(at));
}

function isPlace(value: unknown): value is Place {
  const { id, title, time } = (value ?? {}) as Partial<Place>;
  return typeof id === 'string' && typeof title === 'string' && Number.isFinite(time);
}

/** The sections that are read once `seen` have been in sight; `ends` are all headings in order, then the chapter's end. */
export function readSections(ends: readonly string[], seen: ReadonlySet<string>): string[] {
  return ends.slice(0, -1).filter((id, i) => seen.has(id) && seen.has(ends[i + 1]!));
}

/** `before` with what this visit has added; ids that the chapter no longer has are dropped. */
export function visited(
  before: ChapterProgress | undefined,
  ids: readonly string[],
  read: readonly string[],
  at: Place | null,
): ChapterProgress {
  const all = new Set([...(before?.read ?? []), ...read]);
  return {
    sections: ids.length,
    read: [...all].filter((id) => ids.includes(id)),
    at: at ?? before?.at ?? null,
  };
}

/** 0 to 1. */
export function fraction({ sections, read }: ChapterProgress): number {
  return sections === 0 ? 0 : Math.min(1, read.length / sections);
}

/** `3 of 9 sections read`. */
export function inWords({ sections, read }: ChapterProgress): string {
  if (read.length >= sections) return 'read';
  return `${read.length} of ${sections} sections read`;
}

/** Where the reader was last, among the chapters that there are; undefined when they have been in none. */
export function lastPlace(
  progress: Progress,
  slugs: readonly string[],
): (Place & { slug: string }) | undefined {
  return slugs
    .flatMap((slug) => {
      const at = progress[slug]?.at;
      return at ? [{ slug, ...at }] : [];
    })
    .sort((a, b) => b.time - a.time)[0];
}
