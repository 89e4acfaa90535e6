import type { Offer } from "../api/second_factor";

const margin = 4; // squares of light around it, without which no camera finds it

/** A QR code, dark on light whatever the page's colours. */
export function QrPicture({ picture, label }: { picture: Offer["picture"]; label: string }) {
  const side = picture.size + 2 * margin;
  return (
    <svg class="qr" viewBox={`${-margin} ${-margin} ${side} ${side}`} role="img" aria-label={label}>
      <rect x={-margin} y={-margin} width={side} height={side} class="light" />
      <path d={picture.path} class="dark" shape-rendering="crispEdges" />
    </svg>
  );
}
