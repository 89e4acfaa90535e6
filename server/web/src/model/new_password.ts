const letters_min = 12; // as the server asks for; it may find more to say

/** Letters are counted as they are written: ấ is one, however it was typed. */
export function new_password_problem(password: string, again: string): "short" | "different" | null {
  if ([...password.normalize("NFC")].length < letters_min) return "short";
  return password === again ? null : "different";
}
