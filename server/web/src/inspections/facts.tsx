/** Names with what stands behind each; what is empty is left out. */
export function Facts({ rows }: { rows: [name: string, text: string][] }) {
  return (
    <dl class="facts">
      {rows
        .filter(([, text]) => text !== "")
        .map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}
