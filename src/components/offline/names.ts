/** The names under which things lie on the reader's device. */

/** The cache of data sets: filled by the reader's press only, read by the service worker. */
export const dataCache = 'data-sets';

/** In localStorage, `off` when the reader wants no copy of the book; otherwise absent. */
export const copyKey = 'offline';
