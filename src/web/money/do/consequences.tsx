// What a command on a wallet changes: the balance before, the movement that is written when the
// button is pressed, the balance after it; and what follows when the provider has answered.
import { toDecimal } from '../../../domain/money/money.ts';
import { walletDeadlinesOf } from '../../../domain/wallets/deadlines.ts';
import type { WalletEvent } from '../../../domain/wallets/events.ts';
import type { WalletPreview } from '../../../engine/requests.ts';
import { type SumRow, Sums } from '../../parts/amount.tsx';
import type { Reader } from '../../parts/frame.ts';
import { Deadline, Note } from '../../parts/panel.tsx';
import type { MoneyHere } from '../money-of.ts';
import { lessOf, sumOf } from '../sum-rows.ts';

export type ConsequencesProps = {
  readonly preview: WalletPreview;
  readonly here: MoneyHere;
  readonly reader: Reader;
};

export function Consequences({ preview, here, reader }: ConsequencesProps) {
  const { after, before, events } = preview;
  const old = new Set(walletDeadlinesOf(before).map(({ subject }) => subject));
  const begins = walletDeadlinesOf(after).filter(({ subject }) => !old.has(subject));
  const event = events[0]?.event;
  const rows = event === undefined ? [] : rowsOf(event, here);
  return (
    <div class="measured">
      {rows.length === 0 ? (
        <p>No money moves when you press.</p>
      ) : (
        <Sums caption={`Your money before and after, ${after.currency}`} rows={rows} />
      )}
      <Afterwards type={event?.type} />
      {begins.map(({ subject, at }) => (
        <div key={subject} class="above-4">
          <Deadline at={at} reader={reader} />
          <Note>If the provider has not answered by then, the charge is given up.</Note>
        </div>
      ))}
    </div>
  );
}

function rowsOf(event: WalletEvent, { currency, wallet }: MoneyHere): readonly SumRow[] {
  if (event.type === 'deposit_requested') {
    const { available } = wallet.balances.client;
    const amount = toDecimal(event.amount);
    return [
      { label: 'Available now', amount: available },
      { label: 'Added when the charge is confirmed', amount, sign: 'always', kind: 'part' },
      { label: 'Available then', amount: sumOf(currency, [available, amount]), kind: 'end' },
    ];
  }
  if (event.type !== 'payout_requested') return [];
  const { available, leaving } = wallet.balances[event.from];
  const amount = toDecimal(event.amount);
  return [
    { label: 'Available now', amount: available },
    { label: 'Withdrawn when you press', amount: `-${amount}`, kind: 'part' },
    { label: 'Available afterwards', amount: lessOf(currency, available, amount), kind: 'end' },
    { label: 'On its way to your bank', amount: sumOf(currency, [leaving, amount]), gap: true },
  ];
}

/** What the provider's answer will do. Until then the promise above is all there is. */
function Afterwards({ type }: { type: WalletEvent['type'] | undefined }) {
  if (type === 'deposit_requested') {
    return (
      <p class="above-4">
        Nothing moves before the charge is confirmed. If it is declined, nothing is added and
        nothing is owed.
      </p>
    );
  }
  if (type === 'payout_requested') {
    return (
      <p class="above-4">
        If the bank refuses it, it is available here again. No fee and no tax apply.
      </p>
    );
  }
  return null;
}
