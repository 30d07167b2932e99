// What a command on a wallet changes: the postings that are written when it is pressed, line by
// line, and what follows when the payment provider has answered.

import type { AccountKind } from '../../domain/ledger/accounts.ts';
import { toDecimal } from '../../domain/money/money.ts';
import { walletDeadlinesOf } from '../../domain/wallets/deadlines.ts';
import type { WalletPreview } from '../../engine/requests.ts';
import { type SumRow, Sums } from '../parts/amount.tsx';
import type { Reader } from '../parts/frame.ts';
import { Deadline, Note } from '../parts/panel.tsx';

export type ConsequencesProps = { readonly preview: WalletPreview; readonly reader: Reader };

export function Consequences({ preview, reader }: ConsequencesProps) {
  const { after, before, postings } = preview;
  const old = new Set(walletDeadlinesOf(before).map(({ subject }) => subject));
  const begins = walletDeadlinesOf(after).filter(({ subject }) => !old.has(subject));
  const rows = postings.flatMap(({ from, to, amount }): SumRow[] => {
    const text = toDecimal(amount);
    return [
      { label: nameOf(from.kind), amount: `-${text}` },
      { label: nameOf(to.kind), amount: text, sign: 'always' },
    ];
  });
  return (
    <div class="measured">
      {rows.length === 0 ? (
        <p>No money moves when you press.</p>
      ) : (
        <Sums caption={`Money that moves when you press, ${after.currency}`} rows={rows} />
      )}
      <Afterwards preview={preview} />
      {begins.map(({ subject, at }) => (
        <div key={subject} class="above-4">
          <Deadline at={at} reader={reader} />
          <Note>If the provider has not answered by then, the charge is given up.</Note>
        </div>
      ))}
    </div>
  );
}

const names: Readonly<Partial<Record<AccountKind, string>>> = {
  'client.available': 'Your balance as a client',
  'freelancer.available': 'Your available money',
  'client.leaving': 'On its way to your bank',
  'freelancer.leaving': 'On its way to your bank',
  outside: 'The card or bank',
};

function nameOf(kind: AccountKind): string {
  return names[kind] ?? kind;
}

/** What the provider's answer will do. Until then the promise above is all there is. */
function Afterwards({ preview }: { preview: WalletPreview }) {
  const type = preview.events[0]?.event.type;
  if (type === 'deposit_requested') {
    return (
      <p class="above-4">
        When the charge is confirmed, the whole amount is available to you. If it is declined,
        nothing is added and nothing is owed.
      </p>
    );
  }
  if (type === 'payout_requested') {
    return (
      <p class="above-4">
        When the bank has taken it, it is yours there. If the bank refuses it, it is available here
        again. No fee and no tax apply.
      </p>
    );
  }
  return null;
}
