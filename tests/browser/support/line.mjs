// A line between browser and server that a test can cut and mend, as a switch in an office does.
import { connect, createServer } from "node:net";

/** Listens on a free port and passes everything on to `target` (a URL). */
export async function lay_line(target) {
  const { hostname, port } = new URL(target);
  const sockets = new Set();
  let whole = true;
  const line = createServer((near) => {
    if (!whole) {
      near.destroy();
      return;
    }
    const far = connect(Number(port), hostname);
    for (const [here, there] of [[near, far], [far, near]]) {
      sockets.add(here);
      here.on("error", () => there.destroy());
      here.on("close", () => {
        sockets.delete(here);
        there.destroy();
      });
      here.pipe(there);
    }
  });
  await new Promise((listening) => line.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${line.address().port}`,
    cut() {
      whole = false;
      for (const socket of sockets) socket.destroy();
    },
    mend() {
      whole = true;
    },
    async close() {
      this.cut();
      await new Promise((closed) => line.close(closed));
    },
  };
}
