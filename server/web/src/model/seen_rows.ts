/** Rows from `first` until before `end` are in the document; the others are empty room, in px. */
export interface SeenRange {
  first: number;
  end: number;
  before: number;
  after: number;
}

const row_height_px = 41; // until a row was measured
const rows_around = 12; // so that a turn of the wheel, or the next press of a key, finds them there
const rows_at_least = 40; // a list as short as this is not worth the trouble

/** `from` and `to`: what is seen, in px from the top of the first row. `heights`: of the rows that were measured. */
export function rows_seen(keys: readonly string[], heights: ReadonlyMap<string, number>, from: number, to: number): SeenRange {
  if (keys.length <= rows_at_least) return whole(keys);
  const height = (place: number): number => heights.get(keys[place]!) ?? row_height_px;
  let first = 0;
  let before = 0;
  while (first < keys.length && before + height(first) <= from) before += height(first++);
  let end = first;
  for (let reached = before; end < keys.length && reached < to; ++end) reached += height(end);
  const begin = Math.max(0, Math.min(first - rows_around, keys.length - rows_at_least));
  while (first > begin) before -= height(--first);
  end = Math.min(keys.length, Math.max(end + rows_around, first + rows_at_least));
  let after = 0;
  for (let place = end; place < keys.length; ++place) after += height(place);
  return { first, end, before, after };
}

export const whole = (keys: readonly string[]): SeenRange => ({ first: 0, end: keys.length, before: 0, after: 0 });
