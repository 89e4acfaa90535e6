export type ReaderState = "listening" | "deaf" | "silent";
export type DoorTrouble =
  | "never_heard" | "silent" | "deaf" | "clock" | "lost" | "serves_none" | "waiting" | "quarantined";

export interface DoorReader {
  reader: string;
  bridge: string;
  state: ReaderState;
  since: string; // of this state; where silent, until when it is known to have listened
  cause: string; // of a deaf one, as its bridge put it
  clock: "synchronised" | "unsynchronised" | "stepped";
}

/** One entrance with its readers. Those that cannot wait come first. */
export interface Door {
  entrance: string;
  last_heard: string | null;
  clock_offset_ms: number | null; // server less entrance
  waiting_rows: number; // in its journal and not here, when it was last heard
  lost_rows: number;
  quarantined_rows: number;
  cannot_wait: boolean;
  troubles: DoorTrouble[];
  readers: DoorReader[];
}

export interface DoorWatch {
  now: string;
  queued_batches: number;
  backup_at: string | null;
  backup_is_old: boolean;
  entrances: Door[];
}

export const entrances_path = "/entrances";
