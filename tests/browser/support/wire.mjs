// A bridge's stream as reader-config/tap/tap_wire.hpp describes it, spoken by a test.
import { createHash, randomBytes } from "node:crypto";

const no_digest = "0".repeat(64);

/** Rows of one journal, in order, each chained to the one before. */
export class Stream {
  #id = randomBytes(16).toString("hex");
  #seq = 0;
  #digest = no_digest;
  #sent = { seq: 0, digest: no_digest };
  #rows = [];

  constructor(bridge) {
    this.bridge = bridge;
  }

  listening(reader, entrance, at) {
    this.#add({ t: "listening", reader, entrance, dir: "both", at, clock: "synchronised" });
  }

  deaf(reader, at, cause) {
    this.#add({ t: "deaf", reader, at, cause });
  }

  tap(reader, entrance, uid, at) {
    const clock = { mono: at % 1e9, boot: "1f0c9a3e", clock: "synchronised", offset: 0 };
    this.#add({ t: "tap", reader, entrance, dir: "both", uid, at, ...clock });
  }

  /** A badge-wearing check at a portable reader: the first badge opens it. */
  check(reader, uids, at) {
    const check = `${this.#id.slice(0, 8)}-${this.#seq + 1}`;
    const clock = { mono: at % 1e9, boot: "1f0c9a3e", clock: "synchronised", offset: 0 };
    for (const uid of uids) this.#add({ t: "shown", reader, check, uid, at, ...clock });
  }

  /** The request body for everything added since the last call. `alive`: until when each reader has listened. */
  batch(alive) {
    const head = {
      v: 1,
      bridge: this.bridge,
      stream: this.#id,
      after: this.#sent,
      sent_at: Date.now(),
      alive: {
        last_seq: this.#seq,
        readers: Object.entries(alive).map(([reader, until]) => ({ reader, until })),
      },
    };
    const body = [JSON.stringify(head), ...this.#rows].join("\n") + "\n";
    this.#sent = { seq: this.#seq, digest: this.#digest };
    this.#rows = [];
    return body;
  }

  #add(fields) {
    this.#seq += 1;
    const line = JSON.stringify({ seq: this.#seq, ...fields });
    this.#digest = createHash("sha256").update(Buffer.from(this.#digest, "hex")).update(line).digest("hex");
    this.#rows.push(line);
  }
}
