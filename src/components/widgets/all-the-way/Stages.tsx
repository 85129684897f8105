/** The five pictures of the way, each with its shape, its equation and its chapter. */
import type { ComponentChildren } from 'preact';
import { Announced } from '../../controls/Announced.tsx';
import { places, stages, type ChapterLinks, type Stage } from './settings.ts';
import { Answer, Blocks, Cut, Picture, Tokens } from './pictures.tsx';
import type { View } from './view.ts';
import { seen } from './words.ts';
import './all-the-way.css';

interface StagesProps {
  view: View;
  /** How far the reader has gone; null shows all. */
  step: number | null;
  links: ChapterLinks;
}

interface Caption {
  title: ComponentChildren;
  shape: ComponentChildren;
  reading: ComponentChildren;
}

/** What a stage's picture is, by stage. */
const drawn: Record<Stage, (props: { view: View }) => ComponentChildren> = {
  image: Picture,
  patches: Cut,
  tokens: Tokens,
  blocks: Blocks,
  answer: Answer,
};

export function Stages({ view, step, links }: StagesProps) {
  const captions = captionsOf(view);
  return (
    <>
      <Announced class="way-seen">{seen(view, step)}</Announced>
      <div class="way">
        {stages.map((stage, i) => {
          const Drawing = drawn[stage];
          const { title, shape, reading } = captions[stage];
          return (
            <figure
              key={stage}
              data-stage={stage}
              data-hidden={(step !== null && i > step) || undefined}
              data-current={step === i || undefined}
            >
              <div class="way-picture">
                <Drawing view={view} />
              </div>
              <figcaption>
                <b>{title}</b>
                <span class="shape">{shape}</span>
                <span>
                  {reading} <Where stage={stage} links={links} />
                </span>
              </figcaption>
            </figure>
          );
        })}
      </div>
    </>
  );
}

/** "Equation 1, chapter 2.", each a link where it leads anywhere. */
function Where({ stage, links }: { stage: Stage; links: ChapterLinks }) {
  const { equations, chapters } = places[stage];
  return (
    <span class="way-where">
      {equations.map((number, i) => (
        <>
          {i > 0 && ' and '}
          <a href={`#equation-${number}`}>
            {i > 0 ? number : `Equation${equations.length > 1 ? 's' : ''} ${number}`}
          </a>
        </>
      ))}
      {equations.length > 0 && ', '}
      {chapters.map((number, i) => {
        const first = `${equations.length > 0 ? 'c' : 'C'}hapter${chapters.length > 1 ? 's' : ''} `;
        const words = `${i > 0 ? '' : first}${number}`;
        return (
          <>
            {i > 0 && ' to '}
            {links[number] ? <a href={links[number]}>{words}</a> : words}
          </>
        );
      })}
      .
    </span>
  );
}

function captionsOf({ picture, cut, tokens, attention, heads, probabilities }: View) {
  const { side, channels } = picture;
  const each = cut.patch * cut.patch * channels;
  const T = <i class="dim-N">{tokens.columns}</i>;
  const D = <i class="dim-D">{tokens.rows}</i>;
  const captions: Record<Stage, Caption> = {
    image: {
      title: 'The image',
      shape: `[${side}, ${side}, ${channels}]`,
      reading: channels === 1 ? 'One number a pixel.' : `${channels} numbers a pixel.`,
    },
    patches: {
      title: <span class="patch">Patches</span>,
      shape: (
        <>
          [<i class="dim-N">{cut.grid * cut.grid}</i>, {each}]
        </>
      ),
      reading: `${each} numbers each, row by row.`,
    },
    tokens: {
      title: (
        <>
          <span class="cls">Class</span> and patch tokens, plus <span class="pos">positions</span>
        </>
      ),
      shape: (
        <>
          [{T}, {D}]
        </>
      ),
      reading: 'Each column is one token.',
    },
    blocks: {
      title: `${attention.length} blocks`,
      shape: (
        <>
          [{T}, {D}] each
        </>
      ),
      reading: `What the class token takes from each patch, mean of ${heads} heads.`,
    },
    answer: {
      title: <span class="out">The answer</span>,
      shape: `[${probabilities.length}]`,
      reading: `Softmax of ${probabilities.length} logits.`,
    },
  };
  return captions;
}
