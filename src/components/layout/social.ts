/** Addresses of the pictures that stand for pages where their links are shared. */
import { href } from './links.ts';

export const siteName = 'Four Equations';

/** Pixels. */
export const cardSize = { width: 1200, height: 630 };

/** The picture of every page that has none of its own. */
export const homeCard = 'home';

/** The path of the picture of a chapter, or of every other page. */
export const cardHref = (page: string = homeCard): string => href(`/social/${page}.png`);
