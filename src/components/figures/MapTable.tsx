import './figures.css';

interface MapTableProps {
  caption: string;
  /** [G, G], row-major. */
  values: ArrayLike<number>;
  digits?: number;
}

/** The numbers of one map, laid out as the map is. */
export function MapTable({ caption, values, digits = 3 }: MapTableProps) {
  const grid = Math.round(Math.sqrt(values.length));
  const indices = Array.from({ length: grid }, (_, i) => i);
  return (
    <div class="map-table" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">row</th>
            {indices.map((x) => (
              <th key={x} scope="col">
                {x + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indices.map((y) => (
            <tr key={y}>
              <th scope="row">{y + 1}</th>
              {indices.map((x) => (
                <td key={x}>{values[y * grid + x]!.toFixed(digits)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
