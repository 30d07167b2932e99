// The deadlines of a decision: those that begin with it, each with what silence then leads to,
// and those that no longer count. They are the difference of two forecasts, before and after.
import type { NextView } from '../../domain/contracts/seen/view.ts';
import { deadlineName, forecastSentence } from '../../words/forecast.ts';
import type { Scene } from '../../words/scene.ts';
import { deadlineText } from '../../words/time.ts';
import type { Reader } from '../parts/frame.ts';
import { DeadlineCell } from '../parts/panel.tsx';
import { Table } from '../parts/table.tsx';

export type DeadlinesProps = {
  readonly begins: readonly NextView[];
  readonly ends: readonly NextView[];
  readonly scene: Scene;
  readonly reader: Reader;
};

const columns = [
  { label: 'When', fold: 'wide' as const },
  { label: 'What, and what silence leads to', fold: 'wide' as const },
];

const table = { columns, headsHidden: true, headless: true, lined: true };

export function Deadlines({ begins, ends, scene, reader }: DeadlinesProps) {
  if (begins.length === 0 && ends.length === 0) {
    return <p class="measured">No deadline begins and none ends.</p>;
  }
  return (
    <>
      {begins.length > 0 && (
        <Table
          {...table}
          caption="These begin or change"
          rows={begins.map((next) => ({
            key: keyOf(next),
            cells: [
              <DeadlineCell key="at" at={Temporal.Instant.from(next.at)} reader={reader} />,
              forecastSentence(next, scene),
            ],
          }))}
        />
      )}
      {ends.length > 0 && (
        <div class={begins.length > 0 ? 'above-6' : undefined}>
          <Table
            {...table}
            caption="These no longer count"
            rows={ends.map((next) => ({
              key: keyOf(next),
              weak: true,
              cells: [
                <Gone key="at" next={next} reader={reader} />,
                `${deadlineName(next.what, next.subject, scene)}.`,
              ],
            }))}
          />
        </div>
      )}
    </>
  );
}

function keyOf({ what, at, subject }: NextView): string {
  return `${what} ${at} ${subject ?? ''}`;
}

function Gone({ next, reader }: { next: NextView; reader: Reader }) {
  const { local, utc } = deadlineText(Temporal.Instant.from(next.at), reader.zone, reader.now);
  return (
    <>
      <s>
        <time datetime={next.at}>{local}</time>
      </s>
      {utc !== '' && <small>{utc}</small>}
    </>
  );
}
