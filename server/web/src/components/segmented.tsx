interface Choice<T extends string> {
  value: T;
  text: string;
  title?: string; // the full word, where the text is short
}

interface Props<T extends string> {
  label: string;
  name: string;
  value: T;
  choices: Choice<T>[];
  choose: (value: T) => void;
}

/** One of few: radio buttons that look like a switch. */
export function Segmented<T extends string>({ label, name, value, choices, choose }: Props<T>) {
  return (
    <fieldset class="segmented">
      <legend class="unseen">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} title={choice.title}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            aria-label={choice.title}
            onChange={() => choose(choice.value)}
          />
          <span>{choice.text}</span>
        </label>
      ))}
    </fieldset>
  );
}
