/** Whether an inspection is kept on this device: known without loading what keeps it. */
const storage_key = "inspects";

export function note_kept(): void {
  try {
    localStorage.setItem(storage_key, "yes");
  } catch {
    // Storage is forbidden here, so nothing is kept either.
  }
}

function is_kept(): boolean {
  try {
    return localStorage.getItem(storage_key) !== null;
  } catch {
    return false;
  }
}

/** How many marks of an inspection wait here for the network. */
export async function unsent_here(): Promise<number> {
  return is_kept() ? (await import("./inspect/store")).unsent_count() : 0;
}

/** Who signs out leaves no list of people behind. What is not sent stays for its author alone. */
export async function forget_kept(): Promise<void> {
  if (!is_kept()) return;
  const store = await import("./inspect/store");
  await store.forget();
  if ((await store.unsent_count()) === 0) localStorage.removeItem(storage_key);
}
