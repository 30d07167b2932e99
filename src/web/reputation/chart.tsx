// The score over a year as a step line, drawn on the server: hairlines, few labels, a full point
// at the end, and the same numbers as a table. Moments without a score leave a gap. Placed by
// classes (n-0 to n-100), since the content security policy forbids style attributes.
import type { ScorePoint } from '../../reads/reputation/score.ts';
import { chartSentence, windowText } from '../../words/score/score.ts';
import { plainDateText } from '../../words/time.ts';

const [width, height] = [1100, 200];

export type ChartProps = { readonly points: readonly ScorePoint[] };

type Scale = {
  readonly low: number;
  /** Across, 0 to 100. */
  readonly x: (at: Temporal.Instant) => number;
  /** From the top, 0 to 100. */
  readonly y: (score: number) => number;
};

function scaleOf(points: readonly ScorePoint[]): Scale {
  const scores = points.flatMap(({ score }) => (score === null ? [] : [score]));
  const lowest = Math.min(...scores, 60);
  const low = Math.floor(lowest / 20) * 20;
  const begins = points[0]?.at.epochMilliseconds ?? 0;
  const span = (points.at(-1)?.at.epochMilliseconds ?? 1) - begins || 1;
  return {
    low,
    x: (at) => (100 * (at.epochMilliseconds - begins)) / span,
    y: (score) => (100 * (100 - score)) / (100 - low),
  };
}

export function ScoreChart({ points }: ChartProps) {
  const known = points.filter((point) => point.score !== null);
  if (known.length < 2) return null;
  const scale = scaleOf(points);
  const middle = (100 + scale.low) / 2;
  return (
    <figure class="chart" aria-labelledby="chart-says">
      <div class="y" aria-hidden="true">
        {[100, middle, scale.low].map((value) => (
          <span key={value}>{value}</span>
        ))}
      </div>
      <div class="plot">
        <Plot points={points} scale={scale} />
        {labelled(points, scale).map(({ at, score }) => (
          <span key={at.toString()} class={`n-${Math.round(scale.x(at))}`} aria-hidden="true">
            <b class={`n-${Math.round(scale.y(score))}`}>{score}</b>
          </span>
        ))}
      </div>
      <div class="x" aria-hidden="true">
        {points.slice(0, -1).map(
          ({ at }, index) =>
            index % 3 === 0 && (
              <span key={at.toString()} class={`n-${Math.round(scale.x(at))}`}>
                {monthOf(at, index === 0)}
              </span>
            ),
        )}
        <span>Today</span>
      </div>
      <figcaption id="chart-says" class="note">
        {chartSentence(points)} By what is known today: a refund or changed feedback also changes
        what came before.
      </figcaption>
      <Months points={points} />
    </figure>
  );
}

/** The last one, and the lowest where it is apart from it. */
function labelled(points: readonly ScorePoint[], { x }: Scale) {
  const known = points.flatMap(({ at, score }) => (score === null ? [] : [{ at, score }]));
  const last = known.at(-1);
  if (last === undefined) return [];
  const lowest = known.reduce((a, b) => (b.score < a.score ? b : a));
  return lowest.score < last.score && x(lowest.at) < 85 ? [lowest, last] : [last];
}

function Plot({ points, scale }: { points: readonly ScorePoint[]; scale: Scale }) {
  const last = points.at(-1);
  const [half, end] = [height / 2, height];
  return (
    <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      <path class="grid" d={`M0 0H${width}M0 ${half}H${width}M0 ${end}H${width}`} />
      <path class="line" d={lineOf(points, scale)} />
      {last !== undefined && last.score !== null && (
        <path class="point" d={`M${width} ${placed(scale.y(last.score), height)}h0.01`} />
      )}
    </svg>
  );
}

/** A step at each moment; a line begins anew after a gap. */
function lineOf(points: readonly ScorePoint[], { x, y }: Scale): string {
  let path = '';
  let drawing = false;
  for (const { at, score } of points) {
    const across = placed(x(at), width);
    if (drawing) path += `H${across}`;
    if (score !== null) path += `${drawing ? 'V' : `M${across} `}${placed(y(score), height)}`;
    drawing = score !== null;
  }
  return path;
}

function placed(share: number, of: number): string {
  return ((share * of) / 100).toFixed(1);
}

const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function monthOf(at: Temporal.Instant, first: boolean): string {
  const { month, year } = at.toZonedDateTimeISO('UTC');
  const name = names[month - 1] ?? '';
  return first || month <= 3 ? `${name} ${year}` : name;
}

function Months({ points }: { points: readonly ScorePoint[] }) {
  return (
    <details class="months">
      <summary>The months as a table</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">On</th>
            <th scope="col" class="num">
              Score
            </th>
            <th scope="col" class="num">
              Best window
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ at, score, window }) => (
            <tr key={at.toString()}>
              <th scope="row">{plainDateText(at.toZonedDateTimeISO('UTC').toPlainDate())}</th>
              <td class="num">{score ?? 'none'}</td>
              <td class="num">{window === null ? '–' : windowText(window)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
