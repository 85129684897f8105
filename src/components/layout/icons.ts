/** The PNGs of the mark. Sides are in pixels; `part` of a side is the mark, the rest is paper. */
export interface Icon {
  name: string;
  side: number;
  part: number;
  /** The device may cut it to any shape that holds the middle four fifths. */
  maskable?: boolean;
}

export const icons: Icon[] = [
  { name: '192', side: 192, part: 0.9 },
  { name: '512', side: 512, part: 0.9 },
  { name: 'maskable', side: 512, part: 0.7, maskable: true },
  { name: 'apple', side: 180, part: 0.8 },
];
