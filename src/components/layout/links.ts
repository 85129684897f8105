/** Addresses within the site, under whatever base path it is served from. */
const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** `/chapters/train/` under the site's base path. */
export function href(path: string): string {
  return base + path;
}

export function chapterHref(slug: string): string {
  return href(`/chapters/${slug}/`);
}
