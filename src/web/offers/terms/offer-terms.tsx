// The terms of an offer as both sides read them: what is to be done, the milestones with their
// sum, and the rules that are frozen with it. The contract's room, the confirm page and the
// answer show the same.
import type { PolicyView } from '../../../domain/contracts/seen/view.ts';
import { amountOf, percent, type Scene, summed, whom } from '../../../words/scene.ts';
import { durationText } from '../../../words/time.ts';
import { dueDay } from '../../contracts/due-day.ts';
import type { Reader } from '../../parts/frame.ts';
import { Table } from '../../parts/table.tsx';
import type { FullTerms } from './full-terms.ts';

export type OfferTermsProps = {
  readonly terms: FullTerms;
  readonly policy: PolicyView;
  readonly scene: Scene;
  readonly reader: Reader;
  /** The sum's name: "Offered", "Agreed". */
  readonly sum?: string | undefined;
};

export function OfferTerms({ terms, policy, scene, reader, sum = 'Offered' }: OfferTermsProps) {
  return (
    <div class="terms">
      {terms.scope === undefined ? (
        <p class="muted">No description beyond the milestones.</p>
      ) : (
        <p class="as-written" dir="auto">
          {terms.scope}
        </p>
      )}
      <MilestoneTable {...{ terms, scene, reader, sum }} />
      {terms.fund_first && (
        <p class="measured">
          The money for the first milestone comes with the offer. It goes back to{' '}
          {whom(scene, 'client')} if the offer ends unaccepted.
        </p>
      )}
      <FrozenRules policy={policy} />
    </div>
  );
}

type MilestoneTableProps = Omit<OfferTermsProps, 'policy'> & { readonly sum: string };

function MilestoneTable({ terms, scene, reader, sum }: MilestoneTableProps) {
  const total = summed(
    scene,
    terms.milestones.map(({ amount }) => amount),
  );
  return (
    <Table
      columns={[{ label: 'Milestone' }, { label: 'Due' }, { label: 'Amount', num: true }]}
      rows={terms.milestones.map(({ id, title, amount, due }, index) => ({
        key: id,
        cells: [
          <>
            {index + 1} <bdi>{title}</bdi>
          </>,
          due === null ? (
            <span class="muted">no due date</span>
          ) : (
            <time datetime={due}>{dueDay(due, reader)}</time>
          ),
          amountOf(scene, amount),
        ],
      }))}
      foot={[sum, '', amountOf(scene, total)]}
    />
  );
}

/** The numbers of the rules that matter to whoever reads an offer. */
export function FrozenRules({ policy }: { policy: PolicyView }) {
  const funded = policy.milestone.max_funded;
  const clientFee = policy.fee.client_bps;
  const takes = `A fee of ${percent(policy.fee.freelancer_bps)} is taken from what is released.`;
  const review = durationText(policy.review.window);
  const answer = durationText(policy.escrow_refund.answer);
  const lines = [
    funded === 1
      ? 'One milestone is funded at a time, before work on it begins.'
      : `Up to ${funded} milestones are funded at a time, before work on them begins.`,
    `A submission is reviewed within ${review}. Silence releases the money.`,
    `${takes} The rest can be withdrawn after ${durationText(policy.clearing)}.`,
    ...(clientFee === 0
      ? []
      : [`A fee of ${percent(clientFee)} comes on top when a milestone is funded.`]),
    ...(policy.milestone.edit === 'mutual'
      ? ['Once accepted, milestones change only when both agree.']
      : []),
    `Money that is asked back after an end goes back after ${answer} of silence.`,
  ];
  return (
    <div class="frozen">
      <h3>
        Frozen with it: the rules {policy.name} {policy.version}
      </h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
