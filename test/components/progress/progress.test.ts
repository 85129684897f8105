import { describe, expect, test } from 'vitest';
import {
  fraction,
  inWords,
  lastPlace,
  parseProgress,
  readSections,
  visited,
} from '../../../src/components/progress/progress.ts';

const ids = ['one', 'two', 'three'];
const ends = [...ids, ''];
const place = (id: string, time: number) => ({ id, title: id.toUpperCase(), time });

describe('a section', () => {
  test('is read when its heading and the next have been in sight', () => {
    expect(readSections(ends, new Set(['one', 'two']))).toEqual(['one']);
    expect(readSections(ends, new Set(['one', 'three']))).toEqual([]);
  });

  test('at the chapter’s end is read when the end has been in sight', () => {
    expect(readSections(ends, new Set(['three', '']))).toEqual(['three']);
  });
});

describe('a visit', () => {
  test('adds to what was read before, and keeps the place when it has none', () => {
    const before = { sections: 3, read: ['one'], at: place('two', 1) };
    expect(visited(before, ids, ['two'], null)).toEqual({
      sections: 3,
      read: ['one', 'two'],
      at: place('two', 1),
    });
    expect(visited(before, ids, ['one'], place('three', 2)).at).toEqual(place('three', 2));
  });

  test('drops sections that the chapter no longer has', () => {
    const before = { sections: 9, read: ['gone', 'one'], at: null };
    expect(visited(before, ids, [], null)).toEqual({ sections: 3, read: ['one'], at: null });
  });
});

test('the fraction and its words', () => {
  expect(fraction({ sections: 3, read: ['one'], at: null })).toBeCloseTo(1 / 3);
  expect(inWords({ sections: 3, read: ['one'], at: null })).toBe('1 of 3 sections read');
  expect(inWords({ sections: 3, read: ids, at: null })).toBe('read');
});

test('the last place is that of the latest visit to a chapter that is still there', () => {
  const chapter = (time: number) => ({ sections: 3, read: [], at: place('one', time) });
  const progress = { first: chapter(5), second: chapter(7), gone: chapter(9) };
  expect(lastPlace(progress, ['first', 'second'])).toEqual({ slug: 'second', ...place('one', 7) });
  expect(lastPlace({ first: { sections: 3, read: [], at: null } }, ['first'])).toBeUndefined();
});

test('what is stored in another form counts as nothing', () => {
  const good = { sections: 2, read: ['one'], at: place('one', 3) };
  expect(parseProgress(JSON.stringify({ good }))).toEqual({ good });
  for (const text of [null, '', '{', '7', '[1]', 'null', '"words"'])
    expect(parseProgress(text), String(text)).toEqual({});
  const bad = [
    null,
    { sections: 'two', read: [], at: null },
    { sections: 2, read: [1], at: null },
    { sections: 2, read: [], at: { id: 1 } },
  ];
  expect(parseProgress(JSON.stringify({ ...bad, good }))).toEqual({ good });
});
