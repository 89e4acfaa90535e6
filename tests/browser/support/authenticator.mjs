// An authenticator app (RFC 6238), by node's own crypto; and a camera that reads its QR code.
import { execFile } from "node:child_process";
import { createHmac } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function bytes_of(base32) {
  const bits = [...base32].map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
}

/** Codes, each later than the one before, so that none is given twice: the server takes one step to both sides. */
export class Authenticator {
  #secret;
  #step = 0;

  constructor(secret) {
    this.#secret = bytes_of(secret.replaceAll(" ", ""));
  }

  code() {
    const present = Math.floor(Date.now() / 30_000);
    this.#step = Math.max(this.#step + 1, present - 1);
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(this.#step));
    const mac = createHmac("sha1", this.#secret).update(counter).digest();
    const number = mac.readUInt32BE(mac.at(-1) & 15) & 0x7fffffff;
    return String(number % 1_000_000).padStart(6, "0");
  }
}

/** What a camera reads off an element of the page. */
export async function scan(element) {
  const folder = await mkdtemp(join(tmpdir(), "badge-scan-"));
  try {
    const path = join(folder, "seen.png");
    await element.screenshot({ path });
    const { stdout } = await promisify(execFile)("zbarimg", ["--quiet", "--raw", "--oneshot", path]);
    return stdout.trim();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
