/** Says that only a part is shown, and takes it back. */
export function Chosen({ text, all, to }: { text?: string; all: string; to: string }) {
  return (
    <p class="chosen">
      {text && `${text} `}
      <a href={to}>{all}</a>
    </p>
  );
}
