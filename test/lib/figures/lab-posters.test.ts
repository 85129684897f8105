import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { labPosters } from '../../../src/lib/figures/lab-posters.ts';
import { readyEvent, snapshotEvent } from '../../components/lab/fake-engine.ts';

test('the lab’s posters show what the live figures show', () => {
  const { document } = parseHTML('<html><body></body></html>');
  const { probabilities, attention, attentionShape, positionSimilarity, watched } = snapshotEvent();
  const posters = labPosters(
    {
      ...readyEvent(),
      totalSteps: 1200,
      probabilities,
      watched,
      attention,
      attentionShape,
      positionSimilarity: positionSimilarity!,
    },
    document,
  );
  const { document: page } = parseHTML(`<body>${Object.values(posters).join('')}</body>`);

  const pictures = [...page.querySelectorAll('[role="img"]')].map((picture) =>
    picture.getAttribute('aria-label'),
  );
  expect(pictures.map((name) => name!.split(/[.:,]/)[0])).toEqual([
    'Loss',
    'Accuracy',
    'Attention of the class token to 4 patches',
    'Cosine similarity of 4 positions on a grid of 2 by 2',
    ...['Picture 1', 'Picture 2', 'Picture 3', 'Picture 4'],
  ]);
  const answers = [...page.querySelectorAll('.gallery .answer')].map((item) => item.innerHTML);
  expect(answers[0]).toBe('shirt .80');
  expect(answers[1]).toBe('<s>shirt</s> .70<span class="truth">bag</span>');
  expect(page.toString()).not.toContain('base64');
});
