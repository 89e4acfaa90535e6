import { write_steps, type NewStep } from "../api/inspection_files";
import { fault_of, type Fault } from "../components/form";
import { language, words } from "../i18n/language";

/** Writes steps into a file; what the first refusal says. */
export async function write(file: string, steps: NewStep[]): Promise<Fault | null> {
  const answer = await write_steps(file, steps, language.value);
  if (!answer.ok) return fault_of(answer.problem, words.value, language.value);
  for (const fate of answer.value.steps) {
    if (fate.taken) continue;
    return fate.field === undefined ? { text: `${fate.title}.` } : { text: `${fate.title}.`, field: fate.field };
  }
  return null;
}
