/** One of today's units, to choose from. */
export interface UnitOption {
  code: string;
  name: string;
  level: number; // 0: a topmost one that the reader sees
}

export const units_path = "/units";
