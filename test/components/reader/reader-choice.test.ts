import { describe, expect, test } from 'vitest';
import {
  addressOf,
  choiceInAddress,
  defaultChoice,
  isDefault,
  parseChoice,
} from '../../../src/components/reader/reader-choice.ts';

const page = 'https://book.example/chapters/x/?run=a1&image=brick#top';

describe('the address', () => {
  test('asks for picture, weights and seed', () => {
    expect(choiceInAddress('?image=coffee&weights=random&seed=3')).toEqual({
      image: 'coffee',
      weights: 'random',
      seed: 3,
    });
  });

  test.each(['', '?image=mine&weights=mine', '?image=../../etc&weights=big&seed=-1', '?seed=1e3'])(
    'asks for nothing in %j',
    (search) => expect(choiceInAddress(search)).toEqual({}),
  );

  test('holds only what differs from the defaults, and leaves others’ parameters alone', () => {
    expect(addressOf(defaultChoice, page)).toBe('https://book.example/chapters/x/?run=a1#top');
    const chosen = { ...defaultChoice, image: 'retina', weights: 'random' as const, seed: 3 };
    expect(addressOf(chosen, page)).toBe(
      'https://book.example/chapters/x/?run=a1&image=retina&weights=random&seed=3#top',
    );
  });

  test('says nothing of what lies on the device alone', () => {
    const own = { ...defaultChoice, image: 'mine', weights: 'mine' as const };
    expect(addressOf(own, page)).toBe('https://book.example/chapters/x/?run=a1#top');
  });
});

describe('a stored choice', () => {
  test('comes back as it was', () => {
    const choice = {
      image: 'mine',
      own: { name: 'holiday.jpg', kind: 'upload' as const },
      weights: 'shapes' as const,
      ownModel: { run: 'a1', name: 'garments 3', architecture: 'garments' as const },
      seed: 12,
      settings: { patch: 8, shown: true, order: 'rows' },
    };
    expect(parseChoice(JSON.stringify(choice))).toEqual(choice);
    expect(isDefault(choice)).toBe(false);
  });

  test.each([
    null,
    '',
    'no json',
    '[]',
    '7',
    '{"image":"gone","seed":-1,"weights":4,"settings":[]}',
  ])('that makes no sense is the default: %j', (text) =>
    expect(parseChoice(text)).toEqual(defaultChoice),
  );

  test('of an own picture without a name is the default picture', () => {
    expect(parseChoice('{"image":"mine"}').image).toBeNull();
  });

  test('is untouched only when nothing is kept either', () => {
    expect(isDefault(defaultChoice)).toBe(true);
    expect(isDefault({ ...defaultChoice, own: { name: 'a', kind: 'upload' } })).toBe(false);
    expect(isDefault({ ...defaultChoice, settings: { patch: 8 } })).toBe(false);
  });
});
