const citizen_id_digits = 12;
const digits_shown = 4;

/** Whether `asked` is the number printed on a badge, a part of it, or its digits alone. `shown`: as the server gives it,
 *  with the last four digits of a citizen id; one that is asked for in full is compared by these. */
export function is_on_badge(shown: string, asked: string): boolean {
  const question = masked(asked.replace(/\s/g, "").toUpperCase());
  if (!/\d/.test(question)) return false; // letters alone are of a name
  const number = shown.toUpperCase();
  if (number.includes(question)) return true;
  const digits = number.replace(/[^\d•]/g, "");
  return /^[\d•]+$/.test(question) && (digits.includes(question) || is_end(digits, question));
}

/** As long as a citizen id or longer: what is not shown of it may be any digit. */
function is_end(shown: string, asked: string): boolean {
  if (asked.length < citizen_id_digits || asked.length > shown.length) return false;
  return [...shown.slice(-asked.length)].every((digit, i) => digit === "•" || digit === asked[i]);
}

function masked(text: string): string {
  return text.replace(/\d+/g, (digits) =>
    digits.length === citizen_id_digits ? digits.slice(-digits_shown).padStart(citizen_id_digits, "•") : digits,
  );
}
