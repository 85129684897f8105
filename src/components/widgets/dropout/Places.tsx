import type { VitConfig } from '../../../lib/model/config.ts';

interface PlacesProps {
  config: Pick<VitConfig, 'depth' | 'embedDim' | 'mlpRatio'>;
  rate: number;
  /** On attention weights. */
  attentionRate: number;
}

type Step = { layer: string } | { drop: number; where: string };

/** Where dropout stands in a Vision Transformer, with the rates that are set. */
export function Places({ config, rate, attentionRate }: PlacesProps) {
  const { depth } = config;
  const drop = (where: string, of = rate): Step => ({ drop: of, where });
  const layer = (name: string): Step => ({ layer: name });
  const rows: { name: string; steps: Step[] }[] = [
    { name: 'once', steps: [layer('patches E'), layer('+ positions'), drop('positions')] },
    {
      name: `${depth} times: attention`,
      steps: [
        layer('LN'),
        layer('q, k, v'),
        layer('softmax'),
        drop('attention weights', attentionRate),
        layer('weighted sum'),
        layer('projection'),
        drop('attention output'),
        layer('+ z'),
      ],
    },
    {
      name: `${depth} times: MLP`,
      steps: [
        layer('LN'),
        layer('D to M'),
        layer('GELU'),
        drop('hidden units'),
        layer('M to D'),
        drop('MLP output'),
        layer('+ z'),
      ],
    },
    { name: 'once', steps: [layer('LN'), layer('head')] },
  ];
  return (
    <figure class="panel drop-places">
      <figcaption>
        <b>Where dropout stands.</b> Underlined: dropout, with its rate. In a block it follows every
        dense layer but q, k, v; before the blocks, the adding of positions:{' '}
        <span data-number="places">{rate > 0 ? 1 + 3 * depth : 0}</span> places in a model of{' '}
        {depth} blocks. On attention weights it is an option of most frameworks, not of the paper.
      </figcaption>
      {rows.map(({ name, steps }, i) => (
        <div key={i} class="drop-row">
          <span>{name}</span>
          <ol>
            {steps.map((step, at) =>
              'layer' in step ? (
                <li key={at}>{step.layer}</li>
              ) : (
                <li key={at} class={step.drop > 0 ? 'drop' : 'drop none'} title={step.where}>
                  {step.drop > 0 ? `drop ${step.drop.toFixed(2)}` : 'drop 0'}
                </li>
              ),
            )}
          </ol>
        </div>
      ))}
    </figure>
  );
}
