import { format_month, format_share } from "../format";
import { language } from "../i18n/language";
import { runs_of, scale_end, type Measure } from "../model/trend";

const width = 360, height = 136, top = 12, left = 44, right = 12, bottom = 24;

interface Props {
  months: string[];
  shares: (number | null)[]; // of each month
  measure: Measure;
  title: string;
}

/** A line over the months with its scale; the figures stand in the table below it. */
export function TrendChart({ months, shares, measure, title }: Props) {
  const end = scale_end(shares, measure);
  const at = ({ x, y }: { x: number; y: number }) => ({
    x: left + x * (width - left - right),
    y: height - bottom - y * (height - top - bottom),
  });
  const runs = runs_of(shares, end).map((run) => run.map(at));
  const last = months.length - 1;
  return (
    <figure class="trend">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
        {[0, 0.5, 1].map((part) => {
          const { y } = at({ x: 0, y: part });
          return (
            <g key={part}>
              <line class="grid" x1={left} x2={width - right} y1={y} y2={y} />
              <text x={left - 6} y={y + 4} text-anchor="end">
                {format_share(end * part, language.value).replace(/[.,]0%$/, "%")}
              </text>
            </g>
          );
        })}
        {runs.map((run) => (
          <polyline key={run[0]!.x} class="line" points={run.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ")} />
        ))}
        {runs.flat().map(({ x, y }) => (
          <circle key={x} class="dot" cx={x} cy={y} r="3" />
        ))}
        {[0, last].filter((place, i, both) => both.indexOf(place) === i).map((place) => (
          <text key={place} x={at({ x: last === 0 ? 0 : place / last, y: 0 }).x} y={height - 6} text-anchor={place === 0 ? "start" : "end"}>
            {format_month(months[place]!, language.value)}
          </text>
        ))}
      </svg>
    </figure>
  );
}
