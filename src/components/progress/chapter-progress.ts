/** In a chapter: marks what was read in its list of sections, says where the reader stopped, and notes how far they get. */
import { readSections, visited, type Place } from './progress.ts';
import { changeChapter, loadProgress } from './progress-storage.ts';

/** Stands for the chapter's end among the ids of its headings. */
const end = '';

/** Follows the reader through the chapter whose sections `list` links to. */
export function follow(list: HTMLElement): void {
  const slug = list.dataset.chapter!;
  const links = [...list.querySelectorAll<HTMLAnchorElement>('li a')];
  const ids = links.map((link) => link.hash.slice(1));
  const headings = ids.map((id) => document.getElementById(id)!);
  const ends = [...ids, end];
  const seen = new Set<string>();
  const before = loadProgress()[slug];

  const mark = (read: readonly string[]) => {
    for (const [i, link] of links.entries())
      if (read.includes(ids[i]!)) link.setAttribute('data-read', '');
  };
  const note = (at: Place | null) =>
    changeChapter(slug, (stored) => {
      const now = visited(stored, ids, readSections(ends, seen), at);
      mark(now.read);
      return now;
    });
  const place = (): Place | null => {
    const above = headings.filter(
      (heading) => heading.getBoundingClientRect().top < innerHeight / 2,
    );
    const id = above.at(-1)?.id;
    const title = links[ids.indexOf(id ?? '')]?.textContent;
    return id && title ? { id, title: title.trim(), time: Date.now() } : null;
  };

  const observer = new IntersectionObserver((entries) => {
    const known = seen.size;
    for (const { isIntersecting, target } of entries) if (isIntersecting) seen.add(target.id);
    if (seen.size > known) note(place());
  });
  for (const heading of headings) observer.observe(heading);
  const foot = document.querySelector('.turn');
  if (foot) observer.observe(foot);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && seen.size > 0) note(place());
  });

  mark(before?.read ?? []);
  if (before?.at && ids.indexOf(before.at.id) > 0) sayWhere(list, before.at);
}

/** The line stands in the free space under the list, so that nothing moves when it appears. */
function sayWhere(list: HTMLElement, { id, title }: Place): void {
  const line = list.querySelector('.stopped')!;
  const link = document.createElement('a');
  link.href = `#${id}`;
  link.textContent = title;
  line.append('You stopped at ', link, '.');
}
