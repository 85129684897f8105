/** The lab's figures as markup, for the page before the engine is up: drawn from tensors when the site is built. */
import type { AttentionShape } from './attention.ts';
import { galleryImage, predictionOf, type Gallery } from './gallery.ts';
import { attentionMarkup, escapeMarkup, imageMarkup, similarityMarkup } from './markup.ts';
import { accuracyCurve, lossCurve } from './training-curves.ts';

/** What a fresh model makes of the gallery. */
export interface LabPosterData extends Gallery {
  totalSteps: number;
  /** [count, classes]. */
  probabilities: Float32Array;
  /** Which image of the gallery the attention belongs to. */
  watched: number;
  /** [L, H, T, T]. */
  attention: Float32Array;
  attentionShape: AttentionShape;
  /** [N, N]. */
  positionSimilarity: Float32Array;
}

/** Markup for each figure of the lab. */
export interface LabPosters {
  loss: string;
  accuracy: string;
  attention: string;
  positions: string;
  gallery: string;
}

/** Draws all of them into `document` (a page's own, or one that is made up for the purpose). */
export function labPosters(data: LabPosterData, document: Document): LabPosters {
  const { attention, attentionShape, positionSimilarity, totalSteps, watched } = data;
  const empty = { training: [], validation: [], totalSteps };
  return {
    loss: lossCurve(empty, { document }).outerHTML,
    accuracy: accuracyCurve(empty, { document }).outerHTML,
    attention: attentionMarkup(attention, attentionShape, galleryImage(data, watched)),
    positions: similarityMarkup(positionSimilarity),
    gallery: galleryMarkup(data),
  };
}

function galleryMarkup(data: LabPosterData): string {
  const items = Array.from({ length: data.gallery.count }, (_, index) => itemMarkup(data, index));
  return `<ul class="gallery">${items.join('')}</ul>`;
}

function itemMarkup(data: LabPosterData, index: number): string {
  const { answer, probability, truth, right, words } = predictionOf(
    data,
    data.probabilities,
    index,
  );
  const [given, wanted] = [escapeMarkup(answer ?? ''), escapeMarkup(truth)];
  return (
    `<li>${imageMarkup(galleryImage(data, index), words)}<span class="answer" aria-hidden="true">` +
    `${right ? given : `<s>${given}</s>`} ${probability}` +
    `${right ? '' : `<span class="truth">${wanted}</span>`}</span></li>`
  );
}
