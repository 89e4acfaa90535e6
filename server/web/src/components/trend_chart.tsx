import { format_share } from "../format";
import { language } from "../i18n/language";
import { points_of, scale_end, type Measure } from "../model/trend";

const width = 360, height = 120, top = 12, left = 44, right = 12, bottom = 8;

/** A line over the months with its scale; the figures stand in the table below it. */
export function TrendChart({ shares, measure, title }: { shares: (number | null)[]; measure: Measure; title: string }) {
  const end = scale_end(shares, measure);
  const at = ({ x, y }: { x: number; y: number }) => ({
    x: left + x * (width - left - right),
    y: height - bottom - y * (height - top - bottom),
  });
  const points = points_of(shares, end).map(at);
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
        <polyline class="line" points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ")} />
        {points.map(({ x, y }) => (
          <circle key={x} class="dot" cx={x} cy={y} r="3" />
        ))}
      </svg>
    </figure>
  );
}
