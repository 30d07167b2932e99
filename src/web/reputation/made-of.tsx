// What a score is made of, as tables: the contracts that count with value, weight, reason and
// share, those that are left out and why, and what each window would give.
import type { ComponentChildren } from 'preact';
import type { Score } from '../../domain/reputation/success-score.ts';
import type { ExplainedLine, OwnScore } from '../../reads/reputation/score.ts';
import { formatAmount } from '../../words/money.ts';
import {
  averageText,
  hundredthsText,
  reasonText,
  signedText,
  windowText,
} from '../../words/score/score.ts';
import { plainDateText } from '../../words/time.ts';
import { Table } from '../parts/table.tsx';

type Props = { readonly own: OwnScore };
type CountedLine = Extract<ExplainedLine, { counted: true }>;

export function Counted({ own }: Props) {
  const lines = own.lines.filter((line): line is CountedLine => line.counted);
  if (lines.length === 0) return <p class="muted">No contract counts yet.</p>;
  const { score } = own.score;
  const weight = lines.reduce((sum, line) => sum + line.weight, 0);
  return (
    <Table
      columns={[
        { label: 'Contract' },
        { label: 'Ended', fold: 'drop' },
        { label: 'Feedback', num: true, fold: 'drop' },
        { label: 'Weight', num: true, fold: 'drop' },
        { label: 'Value', num: true, fold: 'drop' },
        { label: 'Share', num: true },
      ]}
      rows={lines.map((line) => ({ key: line.contract, cells: cellsOf(line, lines) }))}
      foot={[
        score === null ? 'Not enough for a score' : 'Score',
        '',
        '',
        hundredthsText(weight),
        '',
        score === null ? '–' : String(score),
      ]}
    />
  );
}

function cellsOf(line: CountedLine, all: readonly CountedLine[]): readonly ComponentChildren[] {
  return [
    <NameOf key="name" line={line}>
      {reasonText(line.reason)}
      <span class="when-folded">
        {' '}
        · weight {hundredthsText(line.weight)}, value {signedText(line.value)}
      </span>
    </NameOf>,
    endedOn(line),
    line.stars === null ? 'none' : averageText(line.stars),
    hundredthsText(line.weight),
    signedText(line.value),
    <ShareOf key="share" line={line} all={all} />,
  ];
}

function NameOf({ line, children }: { line: ExplainedLine; children: ComponentChildren }) {
  return (
    <>
      <a href={`/contracts/${line.contract}`}>
        <bdi>{line.title}</bdi>
      </a>
      <small>
        <bdi>{line.other.name}</bdi> · {formatAmount(line.netPaid, line.currency)} · {children}
      </small>
    </>
  );
}

function endedOn({ ended }: ExplainedLine): string {
  return ended === null ? '–' : plainDateText(ended.toZonedDateTimeISO('UTC').toPlainDate());
}

/** A bar from a zero line, which stands in the middle as soon as anything takes away. */
function ShareOf({ line, all }: { line: CountedLine; all: readonly CountedLine[] }) {
  if (line.share === null) return <>–</>;
  const shares = all.map(({ share }) => share ?? 0);
  const largest = Math.max(...shares.map(Math.abs), 1);
  const long = Math.round((100 * Math.abs(line.share)) / largest);
  const looks = ['share', shares.some((share) => share < 0) && 'both', line.share < 0 && 'minus'];
  return (
    <span class="shared">
      <span class={looks.filter(Boolean).join(' ')}>
        <i class={`n-${long}`} />
      </span>
      <span>{signedText(line.share)}</span>
    </span>
  );
}

export function LeftOut({ own }: Props) {
  const lines = own.lines.filter(({ counted }) => !counted);
  if (lines.length === 0) return null;
  return (
    <div class="above-5">
      <Table
        caption="Left out"
        columns={[
          { label: 'Contract' },
          { label: 'Ended', fold: 'drop' },
          { label: 'Why', fold: 'wide' },
        ]}
        rows={lines.map((line) => ({
          key: line.contract,
          cells: [
            <NameOf key="name" line={line}>
              not counted
            </NameOf>,
            endedOn(line),
            reasonText(line.reason),
          ],
        }))}
      />
    </div>
  );
}

export function Windows({ score }: { score: Score }) {
  return (
    <div class="above-5 narrow">
      <Table
        caption="The windows"
        columns={[
          { label: 'The last' },
          { label: 'Contracts that count', num: true, fold: 'drop' },
          { label: 'Score', num: true },
        ]}
        rows={score.windows.map((one) => ({
          key: `${one.window}`,
          weak: one.score === null,
          cells: [
            windowText(one.window),
            String(one.counted),
            one.score === null ? 'too little counts' : String(one.score),
          ],
        }))}
      />
    </div>
  );
}
