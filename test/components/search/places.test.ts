import { expect, test } from 'vitest';
import { bestPlaces, countOf } from '../../../src/components/search/places.ts';

const place = (title: string) => ({ title, url: `/#${title}`, excerpt: '' });

test('the best places of a page keep the order in which they stand on it', () => {
  const places = [3, 9, 1, 5].map((score) => ({ score }));
  expect(bestPlaces(places, 2)).toEqual([{ score: 9 }, { score: 5 }]);
  expect(bestPlaces(places, 9)).toEqual(places);
});

test('the count says how many places and chapters, or that there are none', () => {
  const pages = [
    { title: 'Chapter 2', places: [place('a'), place('b')] },
    { title: 'Chapter 3', places: [place('c')] },
  ];
  expect(countOf('patch', pages)).toBe('3 places in 2 chapters.');
  expect(countOf('patch', pages.slice(1))).toBe('1 place in 1 chapter.');
  expect(countOf('zebra', [])).toBe('Nothing in the book says “zebra”.');
  expect(countOf('', [])).toBe('');
});
