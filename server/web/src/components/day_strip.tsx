import type { Why } from "../api/types";
import { words } from "../i18n/language";
import { day_strip } from "../model/day_strip";

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** The day to scale: sessions as bands, taps as ticks, what no reader covered as hatching. The tables say the same. */
export function DayStripView({ why }: { why: Why }) {
  const strip = day_strip(why);
  if (!strip) return null;
  return (
    <svg class="strip" role="img" aria-label={words.value.day.strip}>
      {strip.sessions.map(({ name, from, to }) => (
        <rect key={name} class="strip-session" x={percent(from)} width={percent(to - from)} y="18" height="26" />
      ))}
      {strip.gaps.map(({ from, to }, i) => (
        <rect key={i} class="bar-provisional" x={percent(from)} width={percent(to - from)} y="18" height="26" />
      ))}
      {strip.sessions.map(({ name, from, to }) => (
        <rect key={name} class="strip-edge" x={percent(from)} width={percent(to - from)} y="18" height="26" />
      ))}
      {strip.sessions.map(({ name, from, to }) => (
        <text key={name} class="strip-name" x={percent((from + to) / 2)} y="35" text-anchor="middle">
          {name}
        </text>
      ))}
      <line class="strip-axis" x1="0" x2="100%" y1="44" y2="44" />
      {strip.hours.map(({ hour, at }, i) => (
        <g key={i}>
          <line class="strip-axis" x1={percent(at)} x2={percent(at)} y1="44" y2="48" />
          <text class="strip-hour" x={percent(at)} y="61" text-anchor={at === 0 ? "start" : at === 1 ? "end" : "middle"}>
            {hour}
          </text>
        </g>
      ))}
      {strip.taps.map(({ clock, at }, i) => (
        <g key={i}>
          <line class="strip-tap" x1={percent(at)} x2={percent(at)} y1="13" y2="48" />
          <circle class="strip-tap-head" cx={percent(at)} cy="11" r="4" />
          <title>{clock}</title>
        </g>
      ))}
    </svg>
  );
}
