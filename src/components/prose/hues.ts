/** The eight symbol hues and ink, by their names in `tokens.css`. */
export const hues = ['patch', 'proj', 'cls', 'pos', 'query', 'key', 'value', 'out', 'ink'] as const;

export type Hue = (typeof hues)[number];
