import type { VitConfig } from '../../../lib/model/config.ts';
import {
  bareParameters,
  torchinfoLines,
  torchinfoParts,
  torchsummaryLines,
  type ToolLines as Lines,
} from '../../../lib/model/other-tools.ts';
import { Panel } from '../../figures/Panel.tsx';
import { large, whole } from './words.ts';

/** What two tools print at the end of their tables for this model, and why it differs. */
export function ToolLines({ config, batchSize }: { config: VitConfig; batchSize: number }) {
  const info = torchinfoLines(config, batchSize);
  const parts = torchinfoParts(config).map(
    ({ name, multiplyAdds }) => `${large(batchSize * multiplyAdds)} ${name}`,
  );
  const bare = bareParameters(config);
  return (
    <div class="summary-tools">
      <Panel
        title="As torchinfo prints it."
        reading={`Each dense layer once, not once for each token, and attention not at all: ${parts.join(' + ')}. MB: millions of bytes; attention, class token and positions are not among the “params”.`}
      >
        <Printed lines={info} name="torchinfo" />
      </Panel>
      <Panel
        title="As torchsummary prints it."
        reading={`For one image and a model of its own modules. It leaves out parameters that are no layer’s: ${whole(bare)} numbers of the tokens and positions. MB: 2^20 bytes.`}
      >
        <Printed lines={torchsummaryLines(config)} name="torchsummary" />
      </Panel>
    </div>
  );
}

function Printed({ lines, name }: { lines: Lines; name: string }) {
  const mb = (bytes: number) => (bytes / lines.megabyte).toFixed(2);
  const rows = [
    ['Total params', whole(lines.totalParameters)],
    ...(lines.multiplyAdds === null
      ? []
      : [['Total mult-adds (M)', (lines.multiplyAdds / 1e6).toFixed(2)]]),
    ['Input size (MB)', mb(lines.input)],
    ['Forward/backward pass size (MB)', mb(lines.forwardBackward)],
    ['Params size (MB)', mb(lines.parameters)],
    ['Estimated total size (MB)', mb(lines.total)],
  ];
  return (
    <pre class="summary-printed" data-tool={name} tabIndex={0}>
      {rows.map(([label, value]) => `${label}: ${value}`).join('\n')}
    </pre>
  );
}
