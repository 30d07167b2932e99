// The money that moves when the button is pressed, line by line: from where, to where, how much,
// with a sum under it. The lines are the postings that will be written, and no others.
import type { Posting } from '../../domain/ledger/postings.ts';
import { toDecimal, total } from '../../domain/money/money.ts';
import { accountName } from '../../words/forecast.ts';
import type { Scene } from '../../words/scene.ts';
import { Sums } from '../parts/amount.tsx';

export type MovementsProps = {
  readonly postings: readonly Posting[];
  readonly scene: Scene;
  /** Said where nothing moves at once. */
  readonly nothing?: string | undefined;
};

export function Movements({ postings, scene, nothing }: MovementsProps) {
  if (postings.length === 0) {
    return <p class="measured">{nothing ?? 'No money moves when you press.'}</p>;
  }
  const sum = total(
    postings.map((posting) => posting.amount),
    scene.currency,
  );
  const lines = postings.map(({ from, to, amount }) => ({
    label: accountName(to.kind, scene),
    note: `from: ${lower(accountName(from.kind, scene))}`,
    amount: toDecimal(amount),
  }));
  return (
    <div class="measured">
      <Sums
        caption={`Money that moves when you press, in ${scene.currency}`}
        rows={[
          ...lines,
          { label: `Moved in all, ${scene.currency}`, amount: toDecimal(sum), kind: 'end' },
        ]}
      />
      <p class="note above-3">No tax applied.</p>
    </div>
  );
}

/** In the middle of a line, unless it begins with a name. */
function lower(text: string): string {
  return /^(Your|Held|The|Platform)\b/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
